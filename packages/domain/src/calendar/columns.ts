import type { Day } from '../day.ts';
import type { SpecialDays } from './special-days.ts';

/** The periods that columns are made for: history and horizon. */
export interface PeriodSpan {
  /** First period. */
  readonly first: number;
  /** Last period, of the horizon. */
  readonly last: number;
  /** The first day of a period. */
  start(period: number): Day;
}

/** Columns of numbers, a value a period from the span's first to its last. */
export interface CalendarColumns {
  readonly names: readonly string[];
  readonly columns: readonly Float64Array[];
}

/**
 * Turns days into columns by name, in the order of their names. A day's value is 0 or 1; a week's or month's is the number of such
 * days in it. Columns that are zero throughout are left out.
 */
export function calendarColumns(days: SpecialDays, span: PeriodSpan): CalendarColumns {
  const names: string[] = [];
  const columns: Float64Array[] = [];
  const periods = daysToPeriods(span);
  for (const name of [...days.keys()].sort()) {
    const column = new Float64Array(span.last - span.first + 1);
    let marked = false;
    for (const day of days.get(name) as ReadonlySet<Day>) {
      const at = periods(day);
      if (at === undefined) continue;
      column[at] += 1;
      marked = true;
    }
    if (!marked) continue;
    names.push(name);
    columns.push(column);
  }
  return { names, columns };
}

/** Which place of a column a day belongs to; undefined outside of the span. */
function daysToPeriods({ first, last, start }: PeriodSpan): (day: Day) => number | undefined {
  const begin = start(first);
  const end = start(last + 1);
  const places = new Int32Array(Math.max(0, end - begin));
  for (let period = first; period <= last; period++)
    places.fill(period - first, start(period) - begin, start(period + 1) - begin);
  return (day) => (day >= begin && day < end ? places[day - begin] : undefined);
}
