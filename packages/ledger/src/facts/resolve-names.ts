import type { TenantTransaction } from '@shelfcast/database';

/** The name that sales gave, whether or not a file's name stands before it now. */
const SOLD_AS = 'CASE WHEN t.name_stated THEN t.sold_as ELSE t.name END';

/** What the committed imports say of each product or location that `$2` speaks of, the latest last. */
const held = (table: 'product' | 'location'): string => `
  touched AS (SELECT ${table}_id FROM shelfcast.${table}_fact WHERE tenant_id = $1 AND import_id = $2),
  held AS MATERIALIZED (
    SELECT f.* FROM shelfcast.${table}_fact f JOIN touched USING (${table}_id)
    JOIN shelfcast.import i ON i.tenant_id = $1 AND i.import_id = f.import_id AND i.state = 'committed'
    WHERE f.tenant_id = $1),
  described AS (
    SELECT ${table}_id, jsonb_object_agg(e.key, e.value ORDER BY import_id) AS attributes
    FROM held, jsonb_each(held.attributes) e GROUP BY ${table}_id),
  named AS (
    SELECT DISTINCT ON (${table}_id) ${table}_id, name FROM held WHERE name IS NOT NULL ORDER BY ${table}_id, import_id DESC)`;

/**
 * Gives the products that an import speaks of the names and attributes that hold now, each attribute from the latest
 * committed import that has it. To be called when the import has become committed, or has been undone.
 */
export async function resolveProducts(tx: TenantTransaction, importId: number): Promise<void> {
  await tx.query(
    `WITH ${held('product')}
     UPDATE shelfcast.product t SET attributes = coalesce(described.attributes, '{}'),
       name = coalesce(named.name, ${SOLD_AS}), sold_as = ${SOLD_AS}, name_stated = named.name IS NOT NULL
     FROM touched LEFT JOIN named USING (product_id) LEFT JOIN described USING (product_id)
     WHERE t.tenant_id = $1 AND t.product_id = touched.product_id`,
    [tx.tenant, importId],
  );
}

/** The same for locations, and for the place they lie in. */
export async function resolveLocations(tx: TenantTransaction, importId: number): Promise<void> {
  await tx.query(
    `WITH ${held('location')},
     placed AS (
       SELECT DISTINCT ON (location_id) location_id, place FROM held WHERE place IS NOT NULL
       ORDER BY location_id, import_id DESC)
     UPDATE shelfcast.location t SET attributes = coalesce(described.attributes, '{}'),
       name = coalesce(named.name, ${SOLD_AS}), sold_as = ${SOLD_AS}, name_stated = named.name IS NOT NULL,
       place_stated = placed.place
     FROM touched LEFT JOIN named USING (location_id) LEFT JOIN described USING (location_id)
       LEFT JOIN placed USING (location_id)
     WHERE t.tenant_id = $1 AND t.location_id = touched.location_id`,
    [tx.tenant, importId],
  );
}
