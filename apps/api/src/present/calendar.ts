import type { Calendar } from '@shelfcast/contract';
import { formatDay } from '@shelfcast/domain';
import type { TenantCalendar } from '@shelfcast/ledger';

export function presentCalendar({ place, placeFrom, places, events }: TenantCalendar): Calendar {
  return {
    place,
    place_from: placeFrom,
    locations: [...places].map(([location, own]) => ({ location, place: own })),
    events: events.map(({ name, kind, from, to, yearly, locations }) => ({
      name,
      kind,
      from: formatDay(from),
      to: formatDay(to),
      yearly,
      locations: locations && [...locations],
    })),
  };
}
