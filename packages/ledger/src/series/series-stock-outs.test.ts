import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Day, formatDay, parseDay } from '@shelfcast/domain';
import { readHistory, type SeriesHistory, undoImport, writeCalendar } from '../index.ts';
import { bringFacts } from '../testing/fact-upload.ts';
import { openTill, type Till } from '../testing/open-till.ts';

const FIRST: Day = parseDay('2025-01-01')!;
const DAYS = 150;

/** A lamp that sells every day and a jar beside it, but on the days that `isMissing` says. */
function sales(isMissing: (product: string, index: number) => boolean): string {
  const rows = ['date,store,item,units'];
  for (let index = 0; index < DAYS; index++)
    for (const product of ['lamp', 'jar'])
      if (!isMissing(product, index))
        rows.push(`${formatDay(FIRST + index)},s,${product},${5 + (index % 3)}`);
  return `${rows.join('\n')}\n`;
}

async function lampHistory(till: Till, from?: number, to?: number): Promise<SeriesHistory> {
  const [{ series_id }] = await till.query<{ series_id: number }>(
    `SELECT series_id FROM shelfcast.series JOIN shelfcast.product USING (tenant_id, product_id) WHERE code = 'lamp'`,
  );
  const day = (index?: number) => (index === undefined ? undefined : FIRST + index);
  return till.database.withTenant(till.tenant, (tx) => readHistory(tx, series_id, day(from), day(to)));
}
const outs = ({ stockOuts }: SeriesHistory) => stockOuts.map(({ index, kind }) => `${index} ${kind}`);

test('days on which only this product did not sell are inferred stock-outs; they stay in the history as they were', async () => {
  await using till = await openTill();
  await till.bring(sales((product, index) => product === 'lamp' && (index === 70 || index === 71)));
  const history = await lampHistory(till);
  assert.deepEqual(outs(history), ['70 inferred', '71 inferred']);
  assert.equal(history.units[70], 0);
});

test('a part of a history shows the stock-outs of the whole', async () => {
  await using till = await openTill();
  await till.bring(sales((product, index) => product === 'lamp' && (index === 70 || index === 71)));
  assert.deepEqual(outs(await lampHistory(till, 71, 75)), ['0 inferred']);
  assert.deepEqual(outs(await lampHistory(till, 100, 200)), []);
});

test('days on which the location sold nothing at all are no stock-outs of its products', async () => {
  // For two months it sells on every fifth day: by that habit no day of it is inferred to be closed.
  const isQuiet = (index: number): boolean => index < 60 && index % 5 !== 0;
  const isGap = (index: number): boolean => index >= 118 && index <= 120;
  await using till = await openTill();
  await till.bring(sales((product, index) => isQuiet(index) || (product === 'lamp' && isGap(index))));
  assert.deepEqual(outs(await lampHistory(till)), ['118 inferred', '119 inferred', '120 inferred']);
  await using idle = await openTill();
  await idle.bring(sales((_, index) => isQuiet(index) || isGap(index)));
  const history = await lampHistory(idle);
  assert.deepEqual([outs(history), history.closed], [[], []]);
});

test('what a file states goes before what is inferred, and keeps what was sold', async () => {
  await using till = await openTill();
  await till.bring(sales((product, index) => product === 'lamp' && (index === 70 || index === 71)));
  const stock = (index: number) => ({
    kind: 'stock' as const,
    product: 'lamp',
    productName: null,
    location: 's',
    day: FIRST + index,
    onHand: 0,
    out: null,
  });
  const row = await bringFacts(till, [stock(69), stock(70)]);
  const history = await lampHistory(till);
  assert.deepEqual(outs(history), ['69 stated', '70 stated', '71 inferred']);
  assert.deepEqual(history.units.slice(69, 72), [5, 0, 0]);
  await undoImport(till.database, till.tenant, row.import_id);
  assert.deepEqual(outs(await lampHistory(till)), ['70 inferred', '71 inferred']);
});

test('days that the tenant’s own calendar closes are closed and no zeros, unless something was sold', async () => {
  await using till = await openTill();
  await till.bring(sales((product, index) => product === 'lamp' && (index === 70 || index === 71)));
  await till.database.withTenant(till.tenant, (tx) =>
    writeCalendar(tx, {
      place: null,
      places: new Map(),
      events: [
        { name: 'Works', kind: 'closed', from: FIRST + 71, to: FIRST + 72, yearly: false, locations: null },
      ],
    }),
  );
  const history = await lampHistory(till);
  assert.deepEqual([history.units.slice(70, 73), history.closed], [[0, null, 5], [71]]);
});
