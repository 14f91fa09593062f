import type { TenantTransaction } from '@shelfcast/database';
import type { Day } from '@shelfcast/domain';
import { type CalendarEvent, eventDays } from '@shelfcast/domain/calendar';

/** The days from `from` to `to` on which the tenant's own calendar closes a location. */
export async function ownClosedDays(
  tx: TenantTransaction,
  locationId: number,
  from: Day,
  to: Day,
): Promise<Set<Day>> {
  const events = await tx.query<CalendarEvent>(
    `SELECT name, kind, starts_on - date '1970-01-01' AS "from", ends_on - date '1970-01-01' AS "to", yearly,
       location_ids AS locations
     FROM shelfcast.calendar_event
     WHERE tenant_id = $1 AND kind = 'closed' AND (location_ids IS NULL OR $2 = ANY (location_ids))`,
    [tx.tenant, locationId],
  );
  return new Set(events.flatMap((event) => eventDays(event, from, to)));
}
