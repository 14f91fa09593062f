import type { DateOrder, Day } from '@shelfcast/domain';
import { dayReader } from './read-day.ts';

const CLOCK = /(?:^|[T, ])(\d{1,2}):\d{2}(?::\d{2}(?:\.\d+)?)?\s*([ap])?\.?m?/i;

/** Hour of a moment as it is written, 0–23; undefined where it holds no time. */
export function readHour(text: string): number | undefined {
  const clock = CLOCK.exec(text);
  if (!clock) return undefined;
  const hour = Number(clock[1]);
  if (hour > 23) return undefined;
  const half = clock[2]?.toLowerCase();
  if (half === undefined) return hour;
  return (hour % 12) + (half === 'p' ? 12 : 0);
}

/**
 * Reads the business day of a moment: where a day ends at 3 in the morning, what was sold at 2 belongs to the day before.
 *
 * @param endsAt hour at which a business day ends, 0 (midnight) to 12
 * @returns a reader of a date, or a moment, and of the text that holds the time where that stands apart
 */
export function businessDayReader(
  order: DateOrder,
  endsAt: number,
): (date: string, time?: string) => Day | undefined {
  const readDay = dayReader(order);
  if (endsAt === 0) return readDay;
  return (date, time = date) => {
    const day = readDay(date);
    if (day === undefined) return undefined;
    const hour = readHour(time);
    return hour !== undefined && hour < endsAt ? day - 1 : day;
  };
}
