import { join } from 'node:path';
import { rowsOf } from '../lines.ts';
import type { RetailData } from './retail-data.ts';

const HORIZON = 42;
const DAY_MS = 86_400_000;
const KNOWN = ['promotion', 'school-holiday', 'public-holiday', 'before-closure', 'after-closure'] as const;

/**
 * Daily sales of stores; a day without a row is a day closed, which is known in advance, as are promotions (the whole chain's), holidays, and
 * the working days beside a closed one other than Sunday.
 */
export async function rossmannData(folder: string): Promise<RetailData> {
  const rows = new Map<
    string,
    { day: number; sales: number; promotion: number; school: number; public: number }[]
  >();
  let first = Number.POSITIVE_INFINITY;
  let last = 0;
  for await (const row of rowsOf(join(folder, 'train.csv.gz'))) {
    const day = Date.parse(row('Date')) / DAY_MS;
    first = Math.min(first, day);
    last = Math.max(last, day);
    const store = rows.get(row('Store')) ?? [];
    store.push({
      day,
      sales: Number(row('Sales')),
      promotion: Number(row('Promo')),
      school: Number(row('SchoolHoliday')),
      public: row('StateHoliday') === '0' ? 0 : 1,
    });
    rows.set(row('Store'), store);
  }
  const length = last - first + 1;
  // Promotions run in all stores at once, so that one open store tells of those that are closed.
  const promotion = new Float64Array(length);
  for (const store of rows.values()) for (const row of store) promotion[row.day - first] = row.promotion;
  const series = [...rows.values()].map((store) => {
    const values = new Float64Array(length).fill(Number.NaN);
    const school = new Float64Array(length);
    const holiday = new Float64Array(length);
    for (const row of store) {
      values[row.day - first] = row.sales;
      school[row.day - first] = row.school;
      holiday[row.day - first] = row.public;
    }
    const closure = (t: number) => Number(t in values && Number.isNaN(values[t]) && !isSunday(first + t));
    const before = Float64Array.from(values, (_, t) => closure(t + 1));
    const after = Float64Array.from(values, (_, t) => closure(t - 1));
    return { values, known: [promotion, school, holiday, before, after] };
  });
  return {
    name: 'rossmann',
    season: 7,
    horizon: HORIZON,
    lastOrigin: length - HORIZON,
    series,
    known: KNOWN,
    measure: 'wape',
  };
}

/** Day 0 of the epoch was a Thursday. */
function isSunday(day: number): boolean {
  return (day + 4) % 7 === 0;
}
