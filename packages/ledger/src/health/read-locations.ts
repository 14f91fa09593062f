import type { TenantTransaction } from '@shelfcast/database';
import { type Day, formatDay } from '@shelfcast/domain';
import { concerns, eventDays, holidaysBetween, type Place } from '@shelfcast/domain/calendar';
import { readCalendar, type TenantCalendar } from '../calendar/read-calendar.ts';
import { readClosures } from '../closures/read-closures.ts';
import { LocationDays } from './location-days.ts';
import type { NamedCode } from './report.ts';

/** A location with the days it is known by; units are still to be filled in. */
export interface LocationRecord extends NamedCode {
  readonly location: number;
  /** The last day any of its products sold. */
  readonly last: Day;
  readonly days: LocationDays;
}

/** Locations that have sold anything up to `to`, by number, with everything that explains a day without sales. */
export async function readLocations(tx: TenantTransaction, to: Day): Promise<Map<number, LocationRecord>> {
  const rows = await tx.query<NamedCode & { location_id: number; first: Day; last: Day }>(
    `SELECT l.location_id, l.code, l.name, min(s.first_sold_on) - date '1970-01-01' AS first,
       least(max(s.last_sold_on), $2::date) - date '1970-01-01' AS last
     FROM shelfcast.location l JOIN shelfcast.series s ON s.tenant_id = $1 AND s.location_id = l.location_id
     WHERE l.tenant_id = $1 AND s.first_sold_on <= $2
     GROUP BY l.location_id, l.code, l.name ORDER BY l.location_id`,
    [tx.tenant, formatDay(to)],
  );
  const locations = new Map(
    rows.map(({ location_id, code, name, first, last }) => [
      location_id,
      { location: location_id, code, name, last, days: new LocationDays(first, to) },
    ]),
  );
  const closures = readClosures(tx);
  for await (const batch of closures)
    for (const { location_id, closed_on, kind } of batch) {
      const days = locations.get(location_id)?.days;
      if (kind === 'stated') days?.close(closed_on);
      else days?.shut(closed_on);
    }
  explain(locations, await readCalendar(tx), to);
  return locations;
}

function explain(locations: ReadonlyMap<number, LocationRecord>, calendar: TenantCalendar, to: Day): void {
  const first = Math.min(...[...locations.values()].map(({ days }) => days.from));
  const holidays = new Map<Place, readonly Day[]>();
  for (const { location, days } of locations.values()) {
    for (const event of calendar.events)
      if (event.kind === 'closed' && concerns(event, location))
        for (const day of eventDays(event, days.from, to)) days.close(day);
    const place = calendar.places.get(location) ?? calendar.place;
    if (place === null) continue;
    if (!holidays.has(place)) holidays.set(place, daysOff(place, first, to));
    for (const day of holidays.get(place)!) days.close(day);
  }
}

function daysOff(place: Place, from: Day, to: Day): Day[] {
  return holidaysBetween(place, from, to)
    .filter((holiday) => holiday.kind !== 'observance')
    .map((holiday) => holiday.day);
}
