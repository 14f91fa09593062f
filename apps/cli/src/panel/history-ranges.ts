import { type Calendar, periodSql } from '../calendar/calendar.ts';
import type { Engine } from '../input/engine.ts';

/** From which period to which each series' history reaches, both inclusive; `last < first` where it has none. */
export interface HistoryRanges {
  readonly first: Int32Array;
  readonly last: Int32Array;
  /** Series that end before the last period of the file. */
  readonly endingEarly: number;
}

/**
 * `end` = `series`: a history ends with its own last value, and what follows is its future. `file`: all end with the file's last
 * value; a series without rows until then sold nothing.
 */
export async function historyRanges(
  engine: Engine,
  calendar: Calendar,
  count: number,
  lastPeriod: number,
  end: 'series' | 'file',
): Promise<HistoryRanges> {
  const first = new Int32Array(count);
  const last = new Int32Array(count);
  let endingEarly = 0;
  const observed = `value IS NOT NULL AND period <= ${lastPeriod}`;
  const ranges = engine.chunks(`
    SELECT series, min(period) FILTER (${observed}), max(period) FILTER (${observed}), min(period)
    FROM (SELECT series, value, ${periodSql(calendar, 'day')} AS period FROM cell) GROUP BY series`);
  for await (const chunk of ranges) {
    const [series, firsts, lasts, earliest] = chunk.getColumns() as (number | null)[][];
    for (let row = 0; row < chunk.rowCount; row++) {
      const i = series[row]!;
      const firstValue = firsts[row];
      const lastValue = lasts[row];
      if (firstValue === null || lastValue === null) {
        // Announced, never sold: its future begins with its first row, yet not before the others' future.
        last[i] = Math.max(lastPeriod, earliest[row]! - 1);
        first[i] = last[i] + 1;
        continue;
      }
      first[i] = firstValue;
      last[i] = end === 'file' ? lastPeriod : lastValue;
      if (lastValue < lastPeriod) endingEarly++;
    }
  }
  return { first, last, endingEarly };
}
