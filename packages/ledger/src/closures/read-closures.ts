import type { TenantTransaction } from '@shelfcast/database';
import type { Day } from '@shelfcast/domain';

export interface Closure {
  readonly location_id: number;
  readonly closed_on: Day;
  readonly kind: 'stated' | 'inferred';
}

/** Days on which locations were closed, by location and day. On these nothing was observed: they are no zeros. */
export function readClosures(tx: TenantTransaction, locationId?: number): AsyncIterable<Closure[]> {
  return tx.cursor<Closure>(
    `SELECT location_id, closed_on - date '1970-01-01' AS closed_on, kind FROM shelfcast.closure
     WHERE tenant_id = $1 AND ($2::bigint IS NULL OR location_id = $2) ORDER BY location_id, closed_on`,
    [tx.tenant, locationId ?? null],
  );
}
