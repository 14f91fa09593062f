import type { PriceFact } from '@shelfcast/domain';
import { storedJson } from '../../stored-json.ts';
import type { FactTable } from './fact-table.ts';
import { line } from './fields.ts';

/** Periods as they are stated; which of them holds on a day is decided where days are asked for. */
export const priceFacts: FactTable<PriceFact> = {
  name: 'price_fact',
  arriving:
    'row_no integer, product_id bigint, location_id bigint, starts_on date, ends_on date, drivers jsonb',
  lines: (fact, ids) =>
    Object.keys(fact.drivers).length === 0
      ? []
      : [
          line(
            fact.row,
            ids.product(fact.product),
            ids.location(fact.location),
            ids.day(fact.from),
            ids.day(fact.to),
            storedJson(fact.drivers),
          ),
        ],
  append: `
    INSERT INTO shelfcast.price_fact
      (tenant_id, import_id, row_no, product_id, location_id, starts_on, ends_on, drivers)
    SELECT $1::uuid, $2::bigint, row_no, product_id, location_id, starts_on, ends_on, drivers
    FROM pg_temp.arriving_fact`,
};
