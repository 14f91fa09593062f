import assert from 'node:assert/strict';
import test from 'node:test';
import { driverColumns } from './driver-columns.ts';
import type { KnownPeriod } from './period-column.ts';

const NO = Number.NaN;
const history = { first: 100, values: new Float64Array(6) };
const span = { frequency: 'D' as const, first: 90, origin: 105, horizon: 3 };
const period = (
  from: number,
  to: number | null,
  drivers: Record<string, number>,
  import_id = 1,
): KnownPeriod => ({ from, to, drivers, import_id });
const columns = (periods: readonly KnownPeriod[], names: readonly string[], days = [] as never[]) =>
  driverColumns(days, names, history, span, periods).map((column) => [...column]);

test('a price holds until its end or the next one, a promotion interrupts it, and both reach over the horizon', () => {
  const periods = [
    period(80, null, { price: 10 }),
    period(102, 103, { price: 8, promotion: 1 }),
    period(107, null, { price: 12 }),
  ];
  const [price, promotion] = columns(periods, ['price', 'promotion']);
  assert.deepEqual(price, [10, 10, 8, 8, 10, 10, 10, 12, 12]);
  assert.deepEqual(promotion, [0, 0, 1, 1, 0, 0, 0, 0, 0]);
});

test('before the first price and behind the last one it is not known', () => {
  assert.deepEqual(columns([period(102, 104, { price: 5 })], ['price']), [[NO, NO, 5, 5, 5, NO, NO, NO, NO]]);
});

test('of a period and a day that was stated singly the later import holds', () => {
  const days = [
    { day: 101, import_id: 1, known: { price: 1 } },
    { day: 103, import_id: 3, known: { price: 3 } },
  ];
  const [price] = driverColumns(days, ['price'], history, span, [period(101, 103, { price: 2 }, 2)]);
  assert.deepEqual([...price], [NO, 2, 2, 3, NO, NO, NO, NO, NO]);
});

test('a week’s promotion is the share of its days that have it', () => {
  const weeks = { frequency: 'W' as const, first: 2800, origin: 2801, horizon: 1 };
  const monday = 2800 * 7 - 3;
  const periods = [period(monday + 5, monday + 8, { promotion: 1 })];
  const [share] = driverColumns(
    [],
    ['promotion'],
    { first: 2800, values: new Float64Array(2) },
    weeks,
    periods,
  );
  assert.deepEqual([...share], [2 / 7, 2 / 7, 0]);
});
