import type { TenantTransaction } from '@shelfcast/database';

/** The name that sales gave, whether or not a file's name stands before it now. */
const SOLD_AS = 'CASE WHEN t.name_stated THEN t.sold_as ELSE t.name END';

/** What the latest committed import says that says anything: of the column, in a group of facts. */
const latest = (column: string): string =>
  `(array_agg(f.${column} ORDER BY f.import_id DESC) FILTER (WHERE counts AND f.${column} IS NOT NULL))[1] AS ${column}`;

/**
 * What holds now of each product or location that import $2 speaks of, also where that import counts no more. One pass and
 * no join of subqueries: nothing tells the planner how many rows these would have.
 */
const held = (table: 'product' | 'location', ...columns: readonly string[]): string => `
  SELECT f.${table}_id, ${columns.map(latest).join(', ')},
    coalesce(jsonb_object_agg(e.key, e.value ORDER BY f.import_id) FILTER (WHERE counts AND e.key IS NOT NULL), '{}') AS attributes
  FROM shelfcast.${table}_fact f
  LEFT JOIN LATERAL jsonb_each(f.attributes) e ON true
  CROSS JOIN LATERAL (SELECT f.import_id = ANY (ARRAY(
    SELECT i.import_id FROM shelfcast.import i WHERE i.tenant_id = $1 AND i.state = 'committed')) AS counts) c
  WHERE f.tenant_id = $1 AND f.${table}_id IN (
    SELECT o.${table}_id FROM shelfcast.${table}_fact o WHERE o.tenant_id = $1 AND o.import_id = $2)
  GROUP BY f.${table}_id`;

/**
 * Gives the products that an import speaks of the names and attributes that hold now, each attribute from the latest
 * committed import that has it. To be called when the import has become committed, or has been undone.
 */
export async function resolveProducts(tx: TenantTransaction, importId: number): Promise<void> {
  await tx.query(
    `UPDATE shelfcast.product t SET attributes = held.attributes, name = coalesce(held.name, ${SOLD_AS}),
       sold_as = ${SOLD_AS}, name_stated = held.name IS NOT NULL
     FROM (${held('product', 'name')}) held
     WHERE t.tenant_id = $1 AND t.product_id = held.product_id`,
    [tx.tenant, importId],
  );
}

/** The same for locations, and for the place they lie in. */
export async function resolveLocations(tx: TenantTransaction, importId: number): Promise<void> {
  await tx.query(
    `UPDATE shelfcast.location t SET attributes = held.attributes, name = coalesce(held.name, ${SOLD_AS}),
       sold_as = ${SOLD_AS}, name_stated = held.name IS NOT NULL, place_stated = held.place
     FROM (${held('location', 'name', 'place')}) held
     WHERE t.tenant_id = $1 AND t.location_id = held.location_id`,
    [tx.tenant, importId],
  );
}
