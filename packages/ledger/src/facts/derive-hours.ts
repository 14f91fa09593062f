import type { TenantTransaction } from '@shelfcast/database';
import { type Day, formatDay, parseDay } from '@shelfcast/domain';
import { statedDays } from '@shelfcast/domain/calendar';
import { readHours } from './read-hours.ts';

/** How far behind a location's last sale closed days are known: further than any run looks ahead. */
const DAYS_AHEAD = 2 * 366;
/** Rows in one statement. */
const MOST_ROWS = 100_000;

/** Makes the days that files of opening hours close anew for locations: from the first sale of each to two years after its last. */
export async function deriveHours(tx: TenantTransaction, locations: readonly number[]): Promise<void> {
  await tx.query(
    'DELETE FROM shelfcast.hours_closure WHERE tenant_id = $1 AND location_id = ANY($2::bigint[])',
    [tx.tenant, locations],
  );
  const hours = await readHours(tx);
  if (!hours.areKnown) return;
  const spans = await tx.query<{ location_id: number; first: string; last: string }>(
    `SELECT location_id, min(first_sold_on) AS first, max(last_sold_on) AS last FROM shelfcast.series
     WHERE tenant_id = $1 AND location_id = ANY($2::bigint[]) AND first_sold_on IS NOT NULL GROUP BY location_id`,
    [tx.tenant, locations],
  );
  let rows: { location: number; day: Day }[] = [];
  for (const { location_id, first, last } of spans) {
    const { closed } = statedDays(
      hours.of(location_id),
      parseDay(first) as Day,
      (parseDay(last) as Day) + DAYS_AHEAD,
    );
    rows.push(...closed.map((day) => ({ location: location_id, day })));
    if (rows.length < MOST_ROWS) continue;
    await insert(tx, rows);
    rows = [];
  }
  await insert(tx, rows);
}

async function insert(tx: TenantTransaction, rows: readonly { location: number; day: Day }[]): Promise<void> {
  await tx.query(
    `INSERT INTO shelfcast.hours_closure (tenant_id, location_id, closed_on)
     SELECT $1::uuid, c.location_id, c.closed_on FROM unnest($2::bigint[], $3::date[]) AS c (location_id, closed_on)`,
    [tx.tenant, rows.map(({ location }) => location), rows.map(({ day }) => formatDay(day))],
  );
}
