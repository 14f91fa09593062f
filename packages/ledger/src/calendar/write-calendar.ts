import type { TenantTransaction } from '@shelfcast/database';
import { formatDay } from '@shelfcast/domain';
import type { CalendarEvent, Place } from '@shelfcast/domain/calendar';

export interface NewCalendar {
  /** Null: what the time zone or the currency says. */
  readonly place: Place | null;
  readonly places: ReadonlyMap<number, Place>;
  readonly events: readonly CalendarEvent[];
}

/**
 * Replaces the tenant's calendar, whole. Returns the number of a location that is none of the tenant's, and then nothing was
 * changed; undefined where all is well.
 */
export async function writeCalendar(
  tx: TenantTransaction,
  { place, places, events }: NewCalendar,
): Promise<number | undefined> {
  const named = [...new Set([...places.keys(), ...events.flatMap((event) => event.locations ?? [])])];
  const [stranger] = await tx.query<{ location_id: number }>(
    `SELECT n.location_id FROM unnest($2::bigint[]) AS n (location_id)
     WHERE NOT EXISTS (SELECT FROM shelfcast.location l WHERE l.tenant_id = $1 AND l.location_id = n.location_id)
     ORDER BY 1 LIMIT 1`,
    [tx.tenant, named],
  );
  if (stranger) return Number(stranger.location_id);
  await tx.query('UPDATE shelfcast.tenant SET place = $2 WHERE tenant_id = $1', [tx.tenant, place]);
  await tx.query(
    // What a file states anyway is no choice: a later file may change it.
    `UPDATE shelfcast.location l SET place = nullif(n.place, o.place_stated)
     FROM shelfcast.location o LEFT JOIN unnest($2::bigint[], $3::text[]) AS n (location_id, place) USING (location_id)
     WHERE l.tenant_id = $1 AND o.tenant_id = $1 AND l.location_id = o.location_id
       AND l.place IS DISTINCT FROM nullif(n.place, o.place_stated)`,
    [tx.tenant, [...places.keys()], [...places.values()]],
  );
  await tx.query('DELETE FROM shelfcast.calendar_event WHERE tenant_id = $1', [tx.tenant]);
  for (const [no, event] of events.entries())
    await tx.query(
      `INSERT INTO shelfcast.calendar_event (tenant_id, event_no, name, kind, starts_on, ends_on, yearly, location_ids)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        tx.tenant,
        no,
        event.name,
        event.kind,
        formatDay(event.from),
        formatDay(event.to),
        event.yearly,
        event.locations,
      ],
    );
  return undefined;
}
