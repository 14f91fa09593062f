import type { Calendar } from '@shelfcast/contract';
import { formatDay } from '@shelfcast/domain';
import type { CalendarEvent } from '@shelfcast/domain/calendar';
import type { TenantCalendar } from '@shelfcast/ledger';

export function presentCalendar(
  { place, placeFrom, places, events }: TenantCalendar,
  stated: readonly CalendarEvent[],
): Calendar {
  return {
    place,
    place_from: placeFrom,
    locations: [...places].map(([location, own]) => ({ location, place: own })),
    events: events.map(presentEvent),
    events_from_files: stated.map(presentEvent),
  };
}

function presentEvent({
  name,
  kind,
  from,
  to,
  yearly,
  locations,
}: CalendarEvent): Calendar['events'][number] {
  return {
    name,
    kind,
    from: formatDay(from),
    to: formatDay(to),
    yearly,
    locations: locations && [...locations],
  };
}
