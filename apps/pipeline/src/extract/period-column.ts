import { type Day, type Frequency, type Period, periodEnd, periodOf, periodStart } from '@shelfcast/domain';
import type { KnownDay } from './driver-columns.ts';

/** What is known of a series from a day to another. */
export interface KnownPeriod {
  readonly import_id: number;
  readonly from: Day;
  /** Included; null: without an end. */
  readonly to: Day | null;
  readonly drivers: Readonly<Record<string, number>>;
}

/** The driver of which files list the days that have it: a day that is in no list has none, while a price may just be unknown. */
const PROMOTION = 'promotion';

/**
 * One driver over `length` periods from `first` on, from periods (of those that reach a day the last one holds) and from
 * days that were stated singly (which hold against periods of earlier imports); NaN = not known.
 */
export function periodColumn(
  name: string,
  periods: readonly KnownPeriod[],
  days: readonly KnownDay[],
  first: Period,
  length: number,
  frequency: Frequency,
): Float64Array {
  const start = periodStart(first, frequency);
  const daily = new Float64Array(periodEnd(first + length - 1, frequency) - start + 1);
  daily.fill(name === PROMOTION ? 0 : Number.NaN);
  const statedBy = new Float64Array(daily.length);
  for (const { from, to, drivers, import_id } of periods) {
    if (typeof drivers[name] !== 'number') continue;
    const begin = Math.max(0, from - start);
    const end = to === null ? daily.length : Math.min(daily.length, to - start + 1);
    daily.fill(drivers[name], begin, Math.max(begin, end));
    statedBy.fill(import_id, begin, Math.max(begin, end));
  }
  for (const { day, known, import_id } of days) {
    const at = day - start;
    if (at < 0 || at >= daily.length || typeof known[name] !== 'number' || import_id < statedBy[at]) continue;
    daily[at] = known[name];
  }
  return frequency === 'D' ? daily : meansOf(daily, start, first, length, frequency);
}

function meansOf(
  daily: Float64Array,
  start: Day,
  first: Period,
  length: number,
  frequency: Frequency,
): Float64Array {
  const sums = new Float64Array(length);
  const counts = new Int32Array(length);
  for (let at = 0; at < daily.length; at++) {
    if (Number.isNaN(daily[at])) continue;
    const period = periodOf(start + at, frequency) - first;
    sums[period] += daily[at];
    counts[period] += 1;
  }
  return sums.map((sum, period) => (counts[period] === 0 ? Number.NaN : sum / counts[period]));
}
