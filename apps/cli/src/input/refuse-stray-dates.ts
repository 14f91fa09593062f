import { forecastErrors, formatDay } from '@shelfcast/domain';
import { type ChosenColumns, notEmptyRow } from './chosen-columns.ts';
import type { Engine } from './engine.ts';
import { firstUnreadable } from './first-unreadable.ts';
import type { Relation } from './relation.ts';

/** A shop's records don't span more; a date further off is a placeholder (9999-12-31) or a slip (0202-05-01). */
const LONGEST_SPAN_DAYS = 36_525;

/** Refuses a file in which one date lies a lifetime from the others: the zeros between would bury all sales. */
export async function refuseStrayDates(
  engine: Engine,
  relation: Relation,
  columns: ChosenColumns,
): Promise<void> {
  const [[first, last, median]] = await engine.rows<[number | null, number, number]>(
    'SELECT min(day), max(day), CAST(floor(median(day)) AS INTEGER) FROM cell',
  );
  if (first === null || last - first <= LONGEST_SPAN_DAYS) return;
  const stray = last - median > median - first ? last : first;
  const years = Math.round((last - first) / 365.25).toLocaleString('en-US');
  const error = await firstUnreadable(engine, relation, notEmptyRow(columns), [
    {
      kind: forecastErrors.date_out_of_range,
      fails: `(${columns.date.reading.value}) = ${stray}`,
      text: columns.date.reading.text,
      field: columns.date.column.name,
      explain: () => ({
        detail: `${formatDay(stray)} lies ${years} years from the other end of the dates.`,
        remedy: 'Correct the date; if it stands for "no date", delete the row.',
      }),
    },
  ]);
  if (error !== undefined) throw error;
}
