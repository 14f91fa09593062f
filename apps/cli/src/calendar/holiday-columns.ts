import { formatDay } from '@shelfcast/domain';
import {
  type CalendarColumns,
  calendarColumns,
  holidaysBetween,
  monthParts,
  type Place,
  specialDays,
} from '@shelfcast/domain/calendar';
import { type Calendar, firstDayOf } from './calendar.ts';

/** Days that holidays are known beyond both ends, for those whose eve or approach lies inside. */
const MARGIN = 31;

/**
 * A place's calendar as columns over the periods from `first` to `last`, of which those up to `lastKnown` are history: holidays, the
 * days around them, and for days the parts of the month.
 */
export function holidayColumns(
  place: Place,
  calendar: Calendar,
  first: number,
  lastKnown: number,
  last: number,
): CalendarColumns & { readonly note: string } {
  const start = (period: number) => firstDayOf(calendar, period);
  const [from, to] = [start(first), start(last + 1) - 1];
  const holidays = holidaysBetween(place, from - MARGIN, to + MARGIN);
  const days = new Map([
    ...specialDays(holidays, start(lastKnown + 1) - 1),
    ...(calendar.frequency === 'D' ? monthParts(from, to) : []),
  ]);
  const ahead = holidays.filter(
    ({ day, kind }) => kind !== 'observance' && day >= start(lastKnown + 1) && day <= to,
  );
  const found = ahead.map(
    ({ day, name, substitute }) => `${name} ${substitute ? 'in lieu ' : ''}(${formatDay(day)})`,
  );
  return {
    ...calendarColumns(days, { first, last, start }),
    note: `Days off in ${place} ahead: ${found.join(', ') || 'none'}.`,
  };
}
