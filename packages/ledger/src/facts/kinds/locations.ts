import type { LocationFact } from '@shelfcast/domain';
import { storedJson } from '../../stored-json.ts';
import type { FactTable } from './fact-table.ts';
import { line } from './fields.ts';

/** What a row leaves empty stays as an earlier one said it, in the same file as among files. */
export const locationFacts: FactTable<LocationFact> = {
  name: 'location_fact',
  arriving: 'row_no integer, location_id bigint, name text, place text, attributes jsonb',
  lines: (fact, ids) => [
    line(fact.row, ids.location(fact.location), fact.name, fact.place, storedJson(fact.attributes)),
  ],
  append: `
    WITH described AS (
      SELECT a.location_id, jsonb_object_agg(e.key, e.value ORDER BY a.row_no) AS attributes
      FROM pg_temp.arriving_fact a, jsonb_each(a.attributes) e GROUP BY a.location_id)
    INSERT INTO shelfcast.location_fact AS known (tenant_id, import_id, location_id, name, place, attributes)
    SELECT $1::uuid, $2::bigint, a.location_id,
      (array_agg(a.name ORDER BY a.row_no DESC) FILTER (WHERE a.name IS NOT NULL))[1],
      (array_agg(a.place ORDER BY a.row_no DESC) FILTER (WHERE a.place IS NOT NULL))[1], coalesce(d.attributes, '{}')
    FROM pg_temp.arriving_fact a LEFT JOIN described d USING (location_id) GROUP BY a.location_id, d.attributes
    ON CONFLICT (tenant_id, location_id, import_id) DO UPDATE
      SET name = coalesce(EXCLUDED.name, known.name), place = coalesce(EXCLUDED.place, known.place),
        attributes = known.attributes || EXCLUDED.attributes`,
};
