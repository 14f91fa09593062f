import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const DAYS = 200;
const SERIES = 12;

/** A folder in M5's layout with a few made-up series from a fixed seed: for the small run of an experiment. */
export function writeSyntheticM5(folder: string): string {
  mkdirSync(folder, { recursive: true });
  // Park and Miller's generator with the multiplier 48271: small, and the same everywhere.
  let state = 20_260_101;
  const next = () => {
    state = (state * 48_271) % 2_147_483_647;
    return state;
  };
  const day = (i: number) => new Date(Date.UTC(2015, 0, 1 + i)).toISOString().slice(0, 10);
  const calendar = Array.from({ length: DAYS + 28 }, (_, i) => `${day(i)},${11_000 + Math.floor(i / 7)}`);
  writeFileSync(join(folder, 'calendar.csv'), `date,wm_yr_wk\n${calendar.join('\n')}\n`);
  const days = Array.from({ length: DAYS }, (_, i) => `d_${i + 1}`).join(',');
  const rows = [`id,item_id,dept_id,cat_id,store_id,state_id,${days}`];
  const prices = ['store_id,item_id,wm_yr_wk,sell_price'];
  for (let i = 0; i < SERIES; i++) {
    const [item, store] = [`ITEM_${i >> 1}`, `S_${i % 2}`];
    const units = Array.from({ length: DAYS }, (_, d) => (next() % 3 === 0 ? 0 : (next() % 5) + (d % 7)));
    rows.push(`x,${item},DEPT,CAT,${store},ST,${units.join(',')}`);
    for (let week = 0; week <= DAYS / 7 + 4; week++)
      prices.push(`${store},${item},${11_000 + week},${1 + (next() % 400) / 100}`);
  }
  writeFileSync(join(folder, 'sales.csv.gz'), gzipSync(`${rows.join('\n')}\n`));
  writeFileSync(join(folder, 'sell_prices.csv.gz'), gzipSync(`${prices.join('\n')}\n`));
  return folder;
}
