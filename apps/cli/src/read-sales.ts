import { forecastErrors, ShelfcastError } from '@shelfcast/domain';
import type { Place } from '@shelfcast/domain/calendar';
import type { SalesOptions } from './arguments/sales-options.ts';
import { type CalendarChoice, chooseCalendar } from './calendar/choose-calendar.ts';
import { chooseColumns } from './input/chosen-columns.ts';
import { closedIsFile, loadClosedDays } from './input/closed-days.ts';
import { type Engine, openEngine } from './input/engine.ts';
import { loadCells } from './input/load.ts';
import type { SeriesList } from './input/load-series.ts';
import { refuseStrayDates } from './input/refuse-stray-dates.ts';
import { openRelation } from './input/relation.ts';
import type { Scratch } from './input/scratch.ts';
import { openSource } from './input/source-file.ts';
import { type BuiltPanel, buildPanel } from './panel/build-panel.ts';

/** A user's file, understood: the panel that is forecast, whose it is, and what there is to say about it. */
export interface Sales extends BuiltPanel {
  readonly series: SeriesList;
  /** DuckDB's types of the id columns, which the result keeps. */
  readonly idTypes: readonly string[];
  readonly choice: CalendarChoice;
}

/** Reads the file that `options` name, with the holidays of a place. Throws a ShelfcastError with file, row and column for what can't be used. */
export async function readSales(
  options: SalesOptions,
  holidays: Place | undefined,
  scratch: Scratch,
): Promise<Sales> {
  const file = await openSource(options.file, scratch);
  const engine = await openEngine(scratch, options.workers);
  try {
    const relation = await openRelation(file, engine);
    const closedFile = options.closed !== undefined && closedIsFile(relation, options.closed);
    const columns = chooseColumns(relation, { ...options, closed: closedFile ? undefined : options.closed });
    const series = await loadCells(engine, relation, columns);
    await refuseStrayDates(engine, relation, columns);
    const choice = await calendarOf(engine, options);
    const closedDays = closedFile
      ? await loadClosedDays(engine, scratch, options.closed!, columns, options.dateFormat)
      : { sql: 'SELECT series, day FROM cell WHERE closed', notes: [] };
    const built = await buildPanel(
      engine,
      series,
      choice,
      {
        horizon: options.horizon,
        knownNames: options.known,
        staticNames: options.statics,
        holidays,
        missing: options.missing,
        end: options.end,
        closedDays: options.closed === undefined ? undefined : closedDays.sql,
      },
      options.file,
    );
    return {
      ...built,
      series,
      choice,
      idTypes: columns.ids.map(({ type }) => type),
      notes: [...file.notes, ...closedDays.notes, ...choice.notes, ...built.notes, ...staticNotes(options)],
    };
  } finally {
    // Its memory is needed by the forecast.
    engine.close();
  }
}

async function calendarOf(engine: Engine, options: SalesOptions): Promise<CalendarChoice> {
  const [[lastValueDay]] = await engine.rows<[number | null]>(
    'SELECT max(day) FROM cell WHERE value IS NOT NULL',
  );
  if (lastValueDay === null)
    throw new ShelfcastError(forecastErrors.no_sales, {
      detail: `${options.file} has a header, but no row with a value in ${JSON.stringify(options.value)}.`,
      remedy: 'Export it again with the sales in it, or name another column with --value.',
      where: { file: options.file, field: options.value },
    });
  const days = (await engine.rows<[number]>('SELECT DISTINCT day FROM cell ORDER BY day')).map(
    ([day]) => day,
  );
  return chooseCalendar(days, lastValueDay, options.frequency, options.missing === 'zero', options.file);
}

/** Honest about what is learnt from: static columns tell series apart, and each is still forecast by itself. */
function staticNotes({ statics }: SalesOptions): string[] {
  if (statics.length === 0) return [];
  const are = statics.length === 1 ? 'is' : 'are';
  return [
    `Each series is forecast from its own past and what is known ahead: ${statics.join(', ')} ${are} checked, and changes no forecast yet.`,
  ];
}
