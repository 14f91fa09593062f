import { type Day, periodOf } from '@shelfcast/domain';
import type { History } from './history.ts';
import { type KnownPeriod, periodColumn } from './period-column.ts';
import type { RunSpan } from './run-calendar.ts';

/** What is known of a series on a day, and by which import. */
export interface KnownDay {
  readonly day: Day;
  readonly import_id: number;
  readonly known: Readonly<Record<string, number>>;
}

/**
 * A series' drivers as columns over its history and the horizon, in the order of `names`; NaN = not known. A week's or month's
 * value is the mean of the days on which it is known: of prices and of shares of days alike. `periods`: prices and
 * promotions stated for a time; of what speaks of the same day and driver, the last period of the latest import holds.
 */
export function driverColumns(
  days: readonly KnownDay[],
  names: readonly string[],
  history: History,
  span: RunSpan,
  periods: readonly KnownPeriod[] = [],
): Float64Array[] {
  const length = history.values.length + span.horizon;
  return names.map((name) => {
    if (periods.some(({ drivers }) => typeof drivers[name] === 'number'))
      return periodColumn(name, periods, days, history.first, length, span.frequency);
    const sums = new Float64Array(length);
    const counts = new Int32Array(length);
    for (const { day, known } of days) {
      const at = periodOf(day, span.frequency) - history.first;
      if (at < 0 || at >= length || typeof known[name] !== 'number') continue;
      sums[at] += known[name];
      counts[at] += 1;
    }
    return sums.map((sum, at) => (counts[at] === 0 ? Number.NaN : sum / counts[at]));
  });
}
