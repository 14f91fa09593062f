import type { StockFact } from '@shelfcast/domain';
import type { FactTable } from './fact-table.ts';
import { line } from './fields.ts';

export const stockFacts: FactTable<StockFact> = {
  name: 'stock_fact',
  arriving: `row_no integer, product_id bigint, location_id bigint, day date, until date, on_hand double precision,
    is_out boolean`,
  lines: (fact, ids) => [
    line(
      fact.row,
      ids.product(fact.product),
      ids.location(fact.location),
      ids.day(fact.day),
      ids.day(fact.until ?? fact.day),
      fact.onHand,
      fact.out,
    ),
  ],
  append: `
    INSERT INTO shelfcast.stock_fact (tenant_id, import_id, product_id, location_id, day, until, on_hand, is_out)
    SELECT DISTINCT ON (product_id, location_id, day) $1::uuid, $2::bigint, product_id, location_id, day, until, on_hand, is_out
    FROM pg_temp.arriving_fact ORDER BY product_id, location_id, day, row_no DESC
    ON CONFLICT (tenant_id, product_id, location_id, day, import_id) DO UPDATE
      SET until = EXCLUDED.until, on_hand = EXCLUDED.on_hand, is_out = EXCLUDED.is_out`,
};
