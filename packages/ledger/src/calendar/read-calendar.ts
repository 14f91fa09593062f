import type { TenantTransaction } from '@shelfcast/database';
import { type CalendarEvent, likelyPlace, type Place, parsePlace } from '@shelfcast/domain/calendar';

/** What says where a tenant is. */
export type PlaceSource = 'settings' | 'time zone' | 'currency';

/** A tenant's calendar: whose holidays it keeps, and what happens of its own. */
export interface TenantCalendar {
  /** Null where nothing says which country it is: then no holidays are known. */
  readonly place: Place | null;
  readonly placeFrom: PlaceSource | null;
  /** Locations that lie elsewhere, by number: chosen by hand, or stated by a file. */
  readonly places: ReadonlyMap<number, Place>;
  readonly events: readonly CalendarEvent[];
}

/** Reads the tenant's calendar. A place that the calendars no longer know counts as none. */
export async function readCalendar(tx: TenantTransaction): Promise<TenantCalendar> {
  const [tenant] = await tx.query<{ place: string | null; time_zone: string; currency: string | null }>(
    'SELECT place, time_zone, currency FROM shelfcast.tenant WHERE tenant_id = $1',
    [tx.tenant],
  );
  const located = await tx.query<{ location_id: number; place: string }>(
    `SELECT location_id, coalesce(place, place_stated) AS place FROM shelfcast.location
     WHERE tenant_id = $1 AND coalesce(place, place_stated) IS NOT NULL ORDER BY location_id`,
    [tx.tenant],
  );
  const events = await tx.query<CalendarEvent>(
    `SELECT name, kind, starts_on - date '1970-01-01' AS "from", ends_on - date '1970-01-01' AS "to", yearly,
       location_ids AS locations
     FROM shelfcast.calendar_event WHERE tenant_id = $1 ORDER BY event_no`,
    [tx.tenant],
  );
  const chosen = tenant.place === null ? undefined : parsePlace(tenant.place);
  const likely = chosen
    ? { place: chosen, because: 'settings' as const }
    : likelyPlace({ timeZone: tenant.time_zone, currency: tenant.currency });
  return {
    place: likely?.place ?? null,
    placeFrom: likely?.because ?? null,
    places: new Map(
      located.flatMap(({ location_id, place }) => {
        const known = parsePlace(place);
        return known ? [[location_id, known] as const] : [];
      }),
    ),
    events: events.map((event) => ({ ...event, locations: event.locations?.map(Number) ?? null })),
  };
}

/** The calendar that a run works by: the tenant's own, and the events that committed files state beside it. */
export async function readRunCalendar(tx: TenantTransaction): Promise<TenantCalendar> {
  const calendar = await readCalendar(tx);
  return { ...calendar, events: [...calendar.events, ...(await readStatedEvents(tx))] };
}

/** Events that committed files state. A name that comes again, in another file or on other days, is the same event again. */
export function readStatedEvents(tx: TenantTransaction): Promise<CalendarEvent[]> {
  return tx.query<CalendarEvent>(
    `SELECT e.name, 'event' AS kind, e.starts_on - date '1970-01-01' AS "from", e.ends_on - date '1970-01-01' AS "to",
       e.yearly, CASE WHEN bool_or(e.location_id = 0) THEN NULL ELSE array_agg(DISTINCT e.location_id ORDER BY e.location_id) END AS locations
     FROM shelfcast.event_fact e JOIN shelfcast.import i ON i.tenant_id = $1 AND i.import_id = e.import_id
     WHERE e.tenant_id = $1 AND i.state = 'committed'
     GROUP BY e.name, e.starts_on, e.ends_on, e.yearly ORDER BY e.starts_on, e.name, e.ends_on, e.yearly`,
    [tx.tenant],
  );
}
