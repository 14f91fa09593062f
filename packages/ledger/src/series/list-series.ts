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
    /** Of the product. */
    readonly attribute?: { readonly name: string; readonly value: string };
  },
): Promise<SeriesRow[]> {
  return tx.query<SeriesRow>(
    `${SELECT_SERIES} AND s.series_id > $2 AND ($3::text IS NULL OR l.code = $3)
       AND ($4::text IS NULL OR position(lower($4) IN lower(concat_ws(' ', p.code, p.name, l.code, l.name))) > 0)
       AND ($5::text IS NULL OR p.attributes ->> $5 = $6)
     ORDER BY s.series_id LIMIT $7`,
    [
      tx.tenant,
      page.after ?? 0,
      page.location ?? null,
      page.search ?? null,
      page.attribute?.name ?? null,
      page.attribute?.value ?? null,
      page.limit,
    ],
  );
}
