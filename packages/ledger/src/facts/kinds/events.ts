import type { EventFact } from '@shelfcast/domain';
import type { FactTable } from './fact-table.ts';
import { line } from './fields.ts';

export const eventFacts: FactTable<EventFact> = {
  name: 'event_fact',
  arriving: 'row_no integer, location_id bigint, name text, starts_on date, ends_on date, yearly boolean',
  lines: (fact, ids) => [
    line(fact.row, ids.location(fact.location), fact.name, ids.day(fact.from), ids.day(fact.to), fact.yearly),
  ],
  append: `
    INSERT INTO shelfcast.event_fact (tenant_id, import_id, row_no, location_id, name, starts_on, ends_on, yearly)
    SELECT $1::uuid, $2::bigint, row_no, location_id, name, starts_on, ends_on, yearly FROM pg_temp.arriving_fact`,
};
