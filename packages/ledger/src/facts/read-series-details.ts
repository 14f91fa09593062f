import type { TenantTransaction } from '@shelfcast/database';
import type { Day } from '@shelfcast/domain';
import { readDrivers } from '../series/read-drivers.ts';
import { getSeries, type SeriesRow } from '../series/read-series.ts';
import { lastSaleDay } from '../series/read-series-for-run.ts';
import { type KnownAhead, knownAhead } from './known-ahead.ts';
import { readPrices } from './read-prices.ts';

/** Further than any run looks ahead by days. */
const DAYS_AHEAD = 366;

/** Stock of a product at a location, as it was last stated. */
export interface LastStock {
  readonly location_id: number;
  readonly code: string;
  readonly name: string | null;
  readonly day: Day;
  readonly on_hand: number | null;
  readonly is_out: boolean;
}

/** What is known of a series beside its sales. */
export interface SeriesDetails {
  readonly series: SeriesRow;
  readonly attributes: Readonly<Record<string, string>>;
  readonly locationAttributes: Readonly<Record<string, string>>;
  /** At every location of which a file speaks, by code. */
  readonly stock: readonly LastStock[];
  /** From the tenant's last day of sales on, for a year. */
  readonly ahead: readonly KnownAhead[];
}

/** Reads what is known of a series beside its sales. Throws `ledger.series_not_found`. */
export async function readSeriesDetails(tx: TenantTransaction, seriesId: number): Promise<SeriesDetails> {
  const series = await getSeries(tx, seriesId);
  const [described] = await tx.query<{ product: Record<string, string>; location: Record<string, string> }>(
    `SELECT p.attributes AS product, l.attributes AS location FROM shelfcast.product p, shelfcast.location l
     WHERE p.tenant_id = $1 AND p.product_id = $2 AND l.tenant_id = $1 AND l.location_id = $3`,
    [tx.tenant, series.product_id, series.location_id],
  );
  const from = ((await lastSaleDay(tx)) ?? 0) + 1;
  const to = from + DAYS_AHEAD - 1;
  const [prices, days] = [await readPrices(tx, seriesId, from), await readDrivers(tx, seriesId, from, to)];
  return {
    series,
    attributes: described.product,
    locationAttributes: described.location,
    stock: await lastStock(tx, series.product_id),
    ahead: knownAhead(prices, days, from, to),
  };
}

function lastStock(tx: TenantTransaction, productId: number): Promise<LastStock[]> {
  return tx.query<LastStock>(
    `SELECT l.location_id, l.code, l.name, f.until - date '1970-01-01' AS day, f.on_hand,
       coalesce(f.is_out, f.on_hand <= 0, false) AS is_out
     FROM shelfcast.location l
     CROSS JOIN LATERAL (
       SELECT f.until, f.on_hand, f.is_out FROM shelfcast.stock_fact f
       JOIN shelfcast.import i ON i.tenant_id = $1 AND i.import_id = f.import_id AND i.state = 'committed'
       WHERE f.tenant_id = $1 AND f.product_id = $2 AND f.location_id = l.location_id
       ORDER BY f.until DESC, f.import_id DESC LIMIT 1) f
     WHERE l.tenant_id = $1 ORDER BY l.code`,
    [tx.tenant, productId],
  );
}
