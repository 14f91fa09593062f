import assert from 'node:assert/strict';
import test from 'node:test';
import { BySeries } from './by-series.ts';
import { driverColumns, type KnownDay } from './driver-columns.ts';

const NO = Number.NaN;

test('a driver is a column over history and horizon, unknown where nothing is said', () => {
  const history = { first: 100, values: new Float64Array(3) };
  const span = { frequency: 'D' as const, first: 90, origin: 102, horizon: 2 };
  const days: KnownDay[] = [
    { day: 99, import_id: 1, known: { price: 9 } },
    { day: 100, import_id: 1, known: { price: 2, promo: 1 } },
    { day: 103, import_id: 1, known: { price: 3 } },
    { day: 105, import_id: 1, known: { price: 8 } },
  ];
  const [price, promo] = driverColumns(days, ['price', 'promo'], history, span);
  assert.deepEqual([...price], [2, NO, NO, 3, NO]);
  assert.deepEqual([...promo], [1, NO, NO, NO, NO]);
});

test('a week’s driver is the mean of the days on which it is known', () => {
  const history = { first: 2800, values: new Float64Array(1) };
  const span = { frequency: 'W' as const, first: 2800, origin: 2800, horizon: 1 };
  const monday = 2800 * 7 - 3;
  const days = [monday, monday + 1, monday + 2, monday + 8].map((day, i) => ({
    day,
    import_id: 1,
    known: { price: i },
  }));
  assert.deepEqual([...driverColumns(days, ['price'], history, span)[0]], [1, 3]);
});

test('rows are given out series by series over batches; what nobody asks for is passed over', async () => {
  const rows = (...numbers: number[]) => numbers.map((series_id) => ({ series_id }));
  await using by = new BySeries([rows(1, 1, 2), rows(2, 4), rows(5, 5, 9)]);
  const counts: number[] = [];
  for (const series of [1, 2, 3, 5, 7, 9, 10]) counts.push((await by.take(series)).length);
  assert.deepEqual(counts, [2, 2, 0, 2, 0, 1, 0]);
});
