import type { Location } from '@shelfcast/contract';
import type { CalendarEvent } from '../../api/calendar.ts';
import { dayRange, plainDay } from '../../format/dates.ts';
import { list } from '../../format/lists.ts';
import { nameOf } from '../../format/names.ts';
import { counted } from '../../format/numbers.ts';

/** As many names as a line holds. */
const NAMED = 3;

export const eventDays = ({ from, to }: CalendarEvent): string =>
  from === to ? plainDay(from) : dayRange(from, to);

export function eventPlaces({ locations }: CalendarEvent, all: readonly Location[]): string {
  if (locations === null) return 'Everywhere';
  if (locations.length > NAMED) return counted(locations.length, 'location');
  return list(locations.map((id) => nameOf(all.find((one) => one.location === id)) || `location ${id}`));
}
