import type { TenantTransaction } from '@shelfcast/database';
import { type CalendarEvent, likelyPlace, type Place, parsePlace } from '@shelfcast/domain/calendar';

/** What says where a tenant is. */
export type PlaceSource = 'settings' | 'time zone' | 'currency';

/** A tenant's calendar: whose holidays it keeps, and what happens of its own. */
export interface TenantCalendar {
  /** Null where nothing says which country it is: then no holidays are known. */
  readonly place: Place | null;
  readonly placeFrom: PlaceSource | null;
  /** Locations that lie elsewhere, by number. */
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
    `SELECT location_id, place FROM shelfcast.location WHERE tenant_id = $1 AND place IS NOT NULL ORDER BY location_id`,
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
