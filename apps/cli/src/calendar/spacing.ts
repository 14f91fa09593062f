import { type Day, weekday } from '@shelfcast/domain';
import type { Frequency } from './calendar.ts';

/** Two dates are a week or a month apart by chance; three rarely are. */
const FEWEST_DATES_TO_TELL = 3;

/** How the dates of a file are spaced, from its distinct days in ascending order: weekly, monthly, or finer. */
export function spacingOf(days: readonly Day[]): Frequency {
  if (days.length < FEWEST_DATES_TO_TELL) return 'D';
  if (days.every((day) => weekday(day) === weekday(days[0]))) return 'W';
  const dates = days.map((day) => new Date(day * 86_400_000));
  const sameDayOfMonth = dates.every((date) => date.getUTCDate() === dates[0].getUTCDate());
  const monthEnds = days.every((day) => new Date((day + 1) * 86_400_000).getUTCDate() === 1);
  return sameDayOfMonth || monthEnds ? 'M' : 'D';
}
