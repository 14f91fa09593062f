import { type DateOrder, type Day, dayFrom, formatDay } from '@shelfcast/domain';
import type { Table } from '../table.ts';
import { type Repeats, unfold } from '../unfold.ts';
import { inferDateOrder, readDay } from '../values/read-day.ts';
import { plainName } from './find-column.ts';

/** Fewer columns that happen to be named like days are no table with a column a day. */
const FEWEST_DAYS = 3;
/** The day that M5 calls d_1 (Makridakis et al. 2022, the M5 competitors' guide). */
const M5_FIRST_DAY: Day = dayFrom(2011, 1, 29)!;
const M5_DAY = /^d_(\d{1,5})$/;

/** What a table with a column a day is, as one with a row a day. */
export interface WideTable {
  readonly name: 'm5-wide' | 'wide-table';
  readonly table: Table;
}

/**
 * Unfolds a table with a column a day: `d_1 …` beside `item_id` and `store_id` as M5 has them, or columns that are named by
 * dates. Undefined where `table` is none.
 */
export function wideTable(table: Table, dateOrder: DateOrder | undefined): WideTable | undefined {
  const names = new Set(table.columns.map(plainName));
  const m5 = names.has('itemid') && names.has('storeid') ? columnsThat(table, m5Day) : [];
  if (m5.length >= FEWEST_DAYS) return unfolded('m5-wide', table, m5);
  const order = inferDateOrder(table.columns) ?? dateOrder;
  // Columns named 1/2/2026 to 3/2/2026 are days of one month or of three; the mapping must say which.
  const reading: DateOrder = order === 'either' || order === undefined ? 'dmy' : order;
  const dated = columnsThat(table, (name) => readDay(name, reading));
  return dated.length >= FEWEST_DAYS && order !== undefined
    ? unfolded('wide-table', table, dated)
    : undefined;
}

const m5Day = (name: string): Day | undefined => {
  const number = M5_DAY.exec(name);
  return number ? M5_FIRST_DAY + Number(number[1]) - 1 : undefined;
};

function columnsThat(table: Table, dayOf: (name: string) => Day | undefined): Repeats['columns'] {
  return table.columns.flatMap((name, at) => {
    const day = dayOf(name);
    return day === undefined ? [] : [{ at, stands: formatDay(day) }];
  });
}

function unfolded(name: WideTable['name'], table: Table, columns: Repeats['columns']): WideTable {
  return { name, table: unfold(table, { columns, names: ['date', 'units'] }) };
}
