import { forecastErrors, ShelfcastError } from '@shelfcast/domain';
import type { Place } from '@shelfcast/domain/calendar';
import type { Panel } from '@shelfcast/forecasting';
import type { CalendarChoice } from '../calendar/choose-calendar.ts';
import type { Engine } from '../input/engine.ts';
import type { SeriesList } from '../input/load-series.ts';
import { fillCells } from './fill-cells.ts';
import { type HistoryRanges, historyRanges } from './history-ranges.ts';
import { markClosed } from './mark-closed.ts';

export interface PanelRequest {
  readonly horizon: number;
  readonly knownNames: readonly string[];
  readonly staticNames: readonly string[];
  /** Whose holidays become columns; undefined: nobody's. */
  readonly holidays: Place | undefined;
  /** What a date without a row means. */
  readonly missing: 'zero' | 'nan';
  readonly end: 'series' | 'file';
  /** SQL of `(series, day)` pairs on which nothing could be sold; undefined where that isn't known. */
  readonly closedDays: string | undefined;
}

export interface BuiltPanel {
  readonly panel: Panel;
  readonly ranges: HistoryRanges;
  readonly notes: readonly string[];
}

/** 2 GB of history: beyond it the forecast would not fit beside it into the memory of an ordinary machine. */
const MOST_VALUES = 250_000_000;

/** Pivots the engine's cells into the flat arrays that models work on: shaped once, here. */
export async function buildPanel(
  engine: Engine,
  series: SeriesList,
  choice: CalendarChoice,
  request: PanelRequest,
  fileName: string,
): Promise<BuiltPanel> {
  const { calendar, lastPeriod } = choice;
  const ranges = await historyRanges(engine, calendar, series.count, lastPeriod, request.end);
  const offsets = offsetsOf(ranges, series.count, fileName);
  const values = sharedFloats(offsets[series.count], request.missing === 'zero' ? 0 : Number.NaN);
  const knownLength = values.length + series.count * request.horizon;
  const columns = request.knownNames.map(() => sharedFloats(knownLength, Number.NaN));
  const layout = { offsets, ranges, horizon: request.horizon, values, known: columns };

  const filled = await fillCells(engine, calendar, layout);
  const closing =
    request.closedDays === undefined
      ? undefined
      : await markClosed(engine, choice, request.closedDays, layout);
  const common = await commonColumns(choice, request, ranges, series.count);
  return {
    panel: {
      values,
      offsets,
      ...(columns.length === 0 ? {} : { known: { names: request.knownNames, columns } }),
      ...(common === undefined ? {} : { common: common.columns }),
      ...(request.staticNames.length === 0 ? {} : { statics: staticsOf(request.staticNames, series) }),
      ...(closing === undefined ? {} : { closed: closing.closed }),
    },
    ranges,
    notes: [
      ...filled.notes,
      ...(closing?.notes ?? []),
      ...endNotes(ranges, series.count, request.end),
      ...unknownFutureNotes(request, layout),
      ...(common === undefined ? [] : [common.note]),
    ],
  };
}

/** The calendar that all series share, from the first period of any to the last that is forecast. */
async function commonColumns(
  { calendar, lastPeriod }: CalendarChoice,
  { holidays, horizon }: PanelRequest,
  ranges: HistoryRanges,
  count: number,
): Promise<{ columns: NonNullable<Panel['common']>; note: string } | undefined> {
  if (holidays === undefined || count === 0) return undefined;
  const { holidayColumns } = await import('../calendar/holiday-columns.ts');
  let first = ranges.first[0];
  let last = ranges.last[0];
  for (let i = 1; i < count; i++) {
    first = Math.min(first, ranges.first[i]);
    last = Math.max(last, ranges.last[i]);
  }
  const { note, ...columns } = holidayColumns(holidays, calendar, first, lastPeriod, last + horizon);
  return {
    columns: { ...columns, starts: Uint32Array.from(ranges.first, (begins) => begins - first) },
    note,
  };
}

/** In shared memory, so that the forecasting threads read it where it lies. */
function sharedFloats(length: number, value: number): Float64Array {
  return new Float64Array(new SharedArrayBuffer(length * Float64Array.BYTES_PER_ELEMENT)).fill(value);
}

function offsetsOf(ranges: HistoryRanges, count: number, file: string): Uint32Array {
  const offsets = new Uint32Array(count + 1);
  let total = 0;
  for (let i = 0; i < count; i++) {
    total += ranges.last[i] - ranges.first[i] + 1;
    if (total > MOST_VALUES)
      throw new ShelfcastError(forecastErrors.too_large, {
        detail: `${file} spans more than ${MOST_VALUES.toLocaleString('en-US')} periods over all its series.`,
        remedy: 'Forecast a part of the series at a time, or weeks instead of days (--frequency W).',
        where: { file },
      });
    offsets[i + 1] = total;
  }
  return offsets;
}

function staticsOf(names: readonly string[], series: SeriesList): NonNullable<Panel['statics']> {
  const codes = series.statics.map((texts) => {
    const codeOf = new Map<string, number>();
    return Int32Array.from(texts, (text) => {
      if (text === null) return -1;
      if (!codeOf.has(text)) codeOf.set(text, codeOf.size);
      return codeOf.get(text)!;
    });
  });
  return { names, codes };
}

function endNotes(ranges: HistoryRanges, count: number, end: 'series' | 'file'): string[] {
  if (ranges.endingEarly === 0) return [];
  const some = `${ranges.endingEarly.toLocaleString('en-US')} of ${count.toLocaleString('en-US')} series have no value at the end of the file`;
  return end === 'file'
    ? [`${some}: counted as no sales.`]
    : [
        `${some}: their forecasts begin after their own last value. To begin all on one date, add --end file.`,
      ];
}

function unknownFutureNotes(
  request: PanelRequest,
  layout: { offsets: Uint32Array; horizon: number; known: readonly Float64Array[] },
): string[] {
  const { offsets, horizon, known } = layout;
  return known.flatMap((column, k) => {
    let unknown = 0;
    for (let i = 0; i + 1 < offsets.length; i++) {
      const end = offsets[i + 1] + (i + 1) * horizon;
      for (let at = end - horizon; at < end; at++)
        if (Number.isNaN(column[at])) {
          unknown++;
          break;
        }
    }
    return unknown === 0
      ? []
      : [
          `${request.knownNames[k]} is not known for the whole horizon of ${unknown.toLocaleString('en-US')} series: add rows with a date, ${request.knownNames[k]} and an empty value.`,
        ];
  });
}
