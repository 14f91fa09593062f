import type { DateOrder, TotalsRow } from '@shelfcast/domain';
import { readDay } from './values/read-day.ts';
import { readDecimal } from './values/read-number.ts';

/** Columns whose sums a report states. */
export interface SummedColumns {
  readonly units?: string;
  readonly revenue?: string;
}

/** A date within a label: `Total 01/03/2026`, `Summe 1.3.2026`. */
const DATE = /\d{4}-\d{1,2}-\d{1,2}|\d{1,2}([-/.])\d{1,2}\1\d{2,4}/;

/** Reads what a row of totals states: of a day where it names one, of all above it otherwise. */
export function totalsReader(
  columns: readonly string[],
  { units, revenue }: SummedColumns,
  dateOrder: DateOrder,
  comma: 'groups' | 'decimal',
): (row: number, fields: readonly string[]) => TotalsRow | undefined {
  const at = (name: string | undefined) => (name === undefined ? -1 : columns.indexOf(name));
  const [unitsAt, revenueAt] = [at(units), at(revenue)];
  return (row, fields) => {
    const number = (column: number) =>
      column < 0 || !fields[column] ? null : (readDecimal(fields[column].trim(), comma) ?? null);
    const stated = { units: number(unitsAt), revenue: number(revenueAt) };
    if (stated.units === null && stated.revenue === null) return undefined;
    const date = fields.map((cell) => DATE.exec(cell)?.[0]).find((found) => found !== undefined);
    return { row, day: (date !== undefined && readDay(date, dateOrder)) || null, ...stated };
  };
}
