import { createWriteStream, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { linesOf } from './lines.ts';

/** A series of M5's wide file: who it is, and its units from d_1 on. */
export interface M5Series {
  readonly item: string;
  readonly dept: string;
  readonly store: string;
  readonly state: string;
  readonly units: Float64Array;
}

/** M5's calendar: the date and the week of each d_1, d_2, …; covers 28 days more than the sales. */
export function readCalendar(folder: string): { date: string; week: number }[] {
  const [head, ...lines] = readFileSync(join(folder, 'calendar.csv'), 'utf8').trimEnd().split(/\r?\n/);
  const names = head.split(',');
  const [date, week] = [names.indexOf('date'), names.indexOf('wm_yr_wk')];
  return lines.map((line) => {
    const fields = line.split(',');
    return { date: fields[date], week: Number(fields[week]) };
  });
}

/** Reads `sales.csv.gz`: id, item_id, dept_id, cat_id, store_id, state_id, d_1, d_2, … */
export async function* readM5(folder: string): AsyncIterable<M5Series> {
  let header = true;
  for await (const line of linesOf(join(folder, 'sales.csv.gz'))) {
    if (header) {
      header = false;
      continue;
    }
    const [, item, dept, , store, state, ...units] = line.split(',');
    yield { item, dept, store, state, units: Float64Array.from(units, Number) };
  }
}

/** Dollars a unit by `store,item,week`. */
export async function readPrices(folder: string): Promise<ReadonlyMap<string, number>> {
  const prices = new Map<string, number>();
  for await (const line of linesOf(join(folder, 'sell_prices.csv.gz'))) {
    const [store, item, week, price] = line.split(',');
    prices.set(`${store},${item},${week}`, Number(price));
  }
  return prices;
}

/** Writes M5 as a retailer would hand it in: `item,store,dept,state,date,units`, a row a series and day. */
export async function writeLongM5(folder: string, path: string): Promise<void> {
  const calendar = readCalendar(folder);
  async function* text() {
    yield 'item,store,dept,state,date,units\n';
    for await (const { item, store, dept, state, units } of readM5(folder)) {
      const before = `${item},${store},${dept},${state},`;
      yield Array.from(units, (count, day) => `${before}${calendar[day].date},${count}\n`).join('');
    }
  }
  await pipeline(Readable.from(text()), createWriteStream(path));
}
