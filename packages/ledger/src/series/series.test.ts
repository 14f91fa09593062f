import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TenantTransaction } from '@shelfcast/database';
import { formatDay, parseDay } from '@shelfcast/domain';
import {
  type DriverRow,
  lastSaleDay,
  readDriversForRun,
  readHistory,
  readSeries,
  readSeriesForRun,
  type SeriesPeriod,
} from '../index.ts';
import { openTill, type Till } from '../testing/open-till.ts';

const UCI = 'InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n';

const inTenant = <T>(till: Till, work: (tx: TenantTransaction) => Promise<T>) =>
  till.database.withTenant(till.tenant, work);

async function all<T>(batches: AsyncIterable<T[]>): Promise<T[]> {
  const rows: T[] = [];
  for await (const batch of batches) rows.push(...batch);
  return rows;
}

test('units of a day are summed, and rows come by series and day', async () => {
  await using till = await openTill();
  await till.bring('date,item,units\n2025-01-02,b,1\n2025-01-01,a,2\n2025-01-01,a,0.5\n2025-01-03,a,1\n');
  const rows = await inTenant(till, (tx) => all<SeriesPeriod>(readSeriesForRun(tx, { frequency: 'D' })));
  assert.deepEqual(
    rows.map((row) => [formatDay(row.day), row.units]),
    [
      ['2025-01-01', 2.5],
      ['2025-01-03', 1],
      ['2025-01-02', 1],
    ],
  );
  const weeks = await inTenant(till, (tx) => all<SeriesPeriod>(readSeriesForRun(tx, { frequency: 'W' })));
  assert.deepEqual(
    weeks.map((row) => [formatDay(row.day), row.units]),
    [
      ['2024-12-30', 3.5],
      ['2024-12-30', 1],
    ],
  );
});

test('a return leaves the day of sale as it was; a slip taken back to the unit the same day was no demand', async () => {
  await using till = await openTill();
  await till.bring(
    `${UCI}1,jar,x,74215,2011-01-18 10:01:00,1.04,,UK\nC2,jar,x,-74215,2011-01-18 10:17:00,1.04,,UK\n` +
      `3,jar,x,6,2011-01-18 12:00:00,1.04,,UK\n4,jar,x,5,2011-01-19 12:00:00,1.04,,UK\nC5,jar,x,-2,2011-01-19 13:00:00,1.04,,UK\n`,
  );
  const rows = await inTenant(till, (tx) => all<SeriesPeriod>(readSeriesForRun(tx, { frequency: 'D' })));
  assert.deepEqual(
    rows.map((row) => row.units),
    [6, 5],
  );
  const history = await inTenant(till, (tx) => readHistory(tx, rows[0].series_id));
  assert.deepEqual(
    [history.units, history.returned],
    [
      [6, 5],
      [74215, 2],
    ],
  );
  assert.deepEqual(history.revenue, [6.24, 3.12]);
  assert.equal(history.currency, 'GBP');
});

test('a history has a value a day: zero where open, null where closed', async () => {
  await using till = await openTill();
  await till.bring(
    'date,item,units,closed\n2025-01-01,a,2,0\n2025-01-02,a,0,1\n2025-01-04,a,1,0\n2025-01-05,b,1,0\n',
  );
  const [series] = await inTenant(till, (tx) => all(readSeries(tx)));
  const history = await inTenant(till, (tx) => readHistory(tx, series.series_id));
  assert.equal(formatDay(history.from), '2025-01-01');
  assert.deepEqual([history.units, history.closed], [[2, null, 0, 1, 0], [1]]);
  assert.equal(await inTenant(till, lastSaleDay), parseDay('2025-01-05'));
  const part = await inTenant(till, (tx) =>
    readHistory(tx, series.series_id, parseDay('2025-01-03'), parseDay('2025-01-04')),
  );
  assert.deepEqual(part.units, [0, 1]);
});

test("another tenant's series is no series", async () => {
  await using till = await openTill();
  await till.bring('date,item,units\n2025-01-01,a,2\n');
  const [series] = await inTenant(till, (tx) => all(readSeries(tx)));
  await till.database.withTenant(till.stranger, async (tx) => {
    await assert.rejects(readHistory(tx, series.series_id), { message: /no series/ });
    assert.deepEqual(await all(readSeriesForRun(tx, { frequency: 'D' })), []);
    assert.deepEqual(await all(readDriversForRun(tx)), []);
    assert.equal(await lastSaleDay(tx), null);
  });
});

test('drivers are kept for past and planned days, and the latest import holds', async () => {
  await using till = await openTill();
  const mapping = { known: ['price'] };
  await till.bring('date,item,units,price\n2025-01-01,a,2,9.5\n2025-01-02,a,,9\n', mapping);
  await till.bring('date,item,units,price\n2025-01-02,a,,8\n2025-01-01,a,3,9.5\n', mapping);
  const rows = await inTenant(till, (tx) => all<DriverRow>(readDriversForRun(tx)));
  assert.deepEqual(
    rows.map((row) => [formatDay(row.day), row.known]),
    [
      ['2025-01-01', { price: 9.5 }],
      ['2025-01-02', { price: 8 }],
    ],
  );
});
