import type { TenantTransaction } from '@shelfcast/database';

interface SeriesIds {
  readonly series_id: number;
  readonly product_id: number;
  readonly location_id: number;
}

/** Looks up the series of products (by location), and adds the new ones. */
export async function findOrAddSeries(
  tx: TenantTransaction,
  productsByLocation: ReadonlyMap<number, ReadonlySet<number>>,
): Promise<SeriesIds[]> {
  if (productsByLocation.size === 0) return [];
  const locations: number[] = [];
  const products: number[] = [];
  for (const [location, group] of productsByLocation)
    for (const product of group) {
      locations.push(location);
      products.push(product);
    }
  return tx.query<SeriesIds>(
    `WITH wanted AS (SELECT * FROM unnest($2::bigint[], $3::bigint[]) AS w (product_id, location_id)),
     found AS (
       SELECT s.series_id, s.product_id, s.location_id
       FROM shelfcast.series s JOIN wanted USING (product_id, location_id) WHERE s.tenant_id = $1),
     added AS (
       INSERT INTO shelfcast.series (tenant_id, product_id, location_id)
       SELECT $1::uuid, product_id, location_id FROM wanted
       EXCEPT SELECT $1::uuid, product_id, location_id FROM found
       ORDER BY 2, 3
       ON CONFLICT (tenant_id, product_id, location_id) DO UPDATE SET product_id = EXCLUDED.product_id
       RETURNING series_id, product_id, location_id)
     SELECT * FROM found UNION ALL SELECT * FROM added`,
    [tx.tenant, products, locations],
  );
}
