import type { TenantTransaction } from '@shelfcast/database';
import { SELECT_SERIES, type SeriesRow } from './read-series.ts';

/** A page of series by number, before there is a run to sort them by. `after` is the number of the last one seen. */
export function listSeries(
  tx: TenantTransaction,
  page: {
    readonly after?: number;
    readonly limit: number;
    /** Occurs in the codes or names of product or location, in any case. */
    readonly search?: string;
    /** A location's code. */
    readonly location?: string;
  },
): Promise<SeriesRow[]> {
  return tx.query<SeriesRow>(
    `${SELECT_SERIES} AND s.series_id > $2 AND ($3::text IS NULL OR l.code = $3)
       AND ($4::text IS NULL OR position(lower($4) IN lower(concat_ws(' ', p.code, p.name, l.code, l.name))) > 0)
     ORDER BY s.series_id LIMIT $5`,
    [tx.tenant, page.after ?? 0, page.location ?? null, page.search ?? null, page.limit],
  );
}
