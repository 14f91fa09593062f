import type { HoursFact } from '@shelfcast/domain';
import type { FactTable } from './fact-table.ts';
import { line } from './fields.ts';

/** A row that speaks of several weekdays is stored as one a weekday. */
export const hoursFacts: FactTable<HoursFact> = {
  name: 'hours_fact',
  arriving: `row_no integer, location_id bigint, weekday smallint, starts_on date, ends_on date, closed boolean, opens text,
    closes text`,
  lines: (fact, ids) =>
    [...new Set(fact.weekdays ?? [fact.weekday ?? 0])].map((weekday) =>
      line(
        fact.row,
        ids.location(fact.location),
        weekday,
        ids.day(fact.from),
        // Of days named by their first alone.
        ids.day(weekday === 0 ? (fact.to ?? fact.from) : fact.to),
        fact.closed,
        fact.opens,
        fact.closes,
      ),
    ),
  append: `
    INSERT INTO shelfcast.hours_fact
      (tenant_id, import_id, row_no, location_id, weekday, starts_on, ends_on, closed, opens, closes)
    SELECT $1::uuid, $2::bigint, row_no, location_id, weekday, starts_on, ends_on, closed, opens, closes
    FROM pg_temp.arriving_fact`,
};
