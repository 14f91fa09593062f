import type { ProductFact } from '@shelfcast/domain';
import { storedJson } from '../../stored-json.ts';
import type { FactTable } from './fact-table.ts';
import { line } from './fields.ts';

/** What a row leaves empty stays as an earlier one said it, in the same file as among files. */
export const productFacts: FactTable<ProductFact> = {
  name: 'product_fact',
  arriving: 'row_no integer, product_id bigint, name text, attributes jsonb',
  lines: (fact, ids) => [line(fact.row, ids.product(fact.product), fact.name, storedJson(fact.attributes))],
  append: `
    WITH described AS (
      SELECT a.product_id, jsonb_object_agg(e.key, e.value ORDER BY a.row_no) AS attributes
      FROM pg_temp.arriving_fact a, jsonb_each(a.attributes) e GROUP BY a.product_id)
    INSERT INTO shelfcast.product_fact AS known (tenant_id, import_id, product_id, name, attributes)
    SELECT $1::uuid, $2::bigint, a.product_id,
      (array_agg(a.name ORDER BY a.row_no DESC) FILTER (WHERE a.name IS NOT NULL))[1], coalesce(d.attributes, '{}')
    FROM pg_temp.arriving_fact a LEFT JOIN described d USING (product_id) GROUP BY a.product_id, d.attributes
    ON CONFLICT (tenant_id, product_id, import_id) DO UPDATE
      SET name = coalesce(EXCLUDED.name, known.name), attributes = known.attributes || EXCLUDED.attributes`,
};
