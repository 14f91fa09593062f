import type { TenantTransaction } from '@shelfcast/database';
import { formatDay, type SaleLine } from '@shelfcast/domain';
import type { CodeBook } from './code-book.ts';

/** Writes the days that the file itself says a location was closed. */
export async function writeStatedClosures(
  tx: TenantTransaction,
  importId: number,
  closed: readonly SaleLine[],
  codes: CodeBook,
): Promise<void> {
  if (closed.length === 0) return;
  const daysByLocation = new Map<number, Set<number>>();
  for (const line of closed) {
    const location = codes.locationId(line.location);
    daysByLocation.set(location, (daysByLocation.get(location) ?? new Set()).add(line.soldOn));
  }
  const pairs = [...daysByLocation].flatMap(([location, days]) => [...days].map((day) => [location, day]));
  await tx.query(
    `INSERT INTO shelfcast.stated_closure (tenant_id, import_id, location_id, closed_on)
     SELECT $1::uuid, $2::bigint, c.location_id, c.closed_on
     FROM unnest($3::bigint[], $4::date[]) AS c (location_id, closed_on) ON CONFLICT DO NOTHING`,
    [tx.tenant, importId, pairs.map(([location]) => location), pairs.map(([, day]) => formatDay(day))],
  );
}
