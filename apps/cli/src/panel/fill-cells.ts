import { type Calendar, periodSql } from '../calendar/calendar.ts';
import type { Engine } from '../input/engine.ts';
import type { HistoryRanges } from './history-ranges.ts';

/** The flat arrays, and where each series lies in them. */
export interface PanelLayout {
  readonly offsets: Uint32Array;
  readonly ranges: HistoryRanges;
  readonly horizon: number;
  readonly values: Float64Array;
  readonly known: readonly Float64Array[];
}

/**
 * Puts each cell in its place. Several rows of one series and period are added up (known columns: averaged), always in the same order:
 * floating-point sums depend on it, and the result must not depend on the order of the file's rows.
 */
export async function fillCells(
  engine: Engine,
  calendar: Calendar,
  layout: PanelLayout,
): Promise<{ notes: string[] }> {
  const { offsets, ranges, horizon, values, known } = layout;
  const knownNames = known.map((_, k) => `known${k}`);
  const names = ['series', 'day', 'value', ...knownNames];
  const cells = engine.chunks(`
    SELECT series, day, ${periodSql(calendar, 'day')} AS period, ${names.slice(2).join(', ')}
    FROM cell ORDER BY ${names.join(', ')}`);

  let repeated = 0;
  let negative = 0;
  let previousDay = 0;
  let previousSeries = -1;
  let previousPeriod = 0;
  const knownCount = new Int32Array(known.length);
  for await (const chunk of cells) {
    const [seriesColumn, dayColumn, periodColumn, valueColumn, ...knownColumns] = chunk.getColumns() as (
      | number
      | null
    )[][];
    for (let row = 0; row < chunk.rowCount; row++) {
      const i = seriesColumn[row]!;
      const day = dayColumn[row]!;
      const period = periodColumn[row]!;
      const value = valueColumn[row];
      if (i === previousSeries && day === previousDay) repeated++;
      if (value !== null && value < 0) negative++;
      previousDay = day;
      const again = i === previousSeries && period === previousPeriod;
      previousSeries = i;
      previousPeriod = period;
      const at = period - ranges.first[i];
      const length = offsets[i + 1] - offsets[i];
      if (at < 0 || at >= length + horizon) continue;

      if (at < length) {
        const place = offsets[i] + at;
        if (!again) values[place] = value ?? Number.NaN;
        // What was not observed on one day of a period is no part of its sum.
        else if (value !== null) values[place] = Number.isNaN(values[place]) ? value : values[place] + value;
      }
      if (!again) knownCount.fill(0);
      for (let k = 0; k < known.length; k++) {
        const knownValue = knownColumns[k][row];
        if (knownValue === null) continue;
        const place = offsets[i] + i * horizon + at;
        const before = knownCount[k]++;
        known[k][place] =
          before === 0 ? knownValue : known[k][place] + (knownValue - known[k][place]) / (before + 1);
      }
    }
  }
  return { notes: cellNotes(repeated, negative) };
}

function cellNotes(repeated: number, negative: number): string[] {
  const notes: string[] = [];
  if (repeated > 0)
    notes.push(
      `${repeated.toLocaleString('en-US')} ${repeated === 1 ? 'row repeats' : 'rows repeat'} the series and date of another: their values were added up.`,
    );
  if (negative > 0)
    notes.push(
      `${negative.toLocaleString('en-US')} ${negative === 1 ? 'value is' : 'values are'} negative (returns): counted as they are; forecasts don’t go below zero.`,
    );
  return notes;
}
