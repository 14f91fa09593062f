import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SeriesDetails } from '@shelfcast/contract';
import { nowAndNext, plansOf } from './plans.ts';
import { onHandWords, outSince, stockNote } from './stock.ts';

const location = { location: 1, code: 'LDN', name: null };
const stock = (on_hand: number | null, out: boolean) => ({ location, day: '2026-11-20', on_hand, out });

test('stock of which no number is known is not shown as a number', () => {
  assert.equal(onHandWords(stock(null, false)), 'In stock');
  assert.match(
    stockNote(stock(null, false), null, '2026-11-21'),
    /yesterday; your file doesn’t say how many$/,
  );
  assert.equal(onHandWords(stock(null, true)), 'None');
  assert.equal(onHandWords(stock(12, false)), '12');
});

test('a count that contradicts its own stock-out is said', () => {
  assert.match(stockNote(stock(3, true), null, '2026-11-20'), /today; the count says 3$/);
});

test('out of stock is told since the first day in a row that a file states; a closed day does not end it, a guess does', () => {
  const history = {
    from: '2026-11-14',
    units: [4, 0, 0, null, 0, 0, 0],
    stock_outs: [
      { index: 1, kind: 'inferred' as const },
      ...[2, 4, 5, 6].map((index) => ({ index, kind: 'stated' as const })),
    ],
  };
  assert.equal(outSince(history, '2026-11-20'), '2026-11-16');
  assert.match(
    stockNote(stock(0, true), '2026-11-16', '2026-11-22'),
    /^since 16\s.*, as stated on 20\s.*, 2 days ago$/,
  );
});

test('since when is not claimed where the sales known end before the day of the stock', () => {
  const history = { from: '2026-11-18', units: [0], stock_outs: [{ index: 0, kind: 'stated' as const }] };
  assert.equal(outSince(history, '2026-11-20'), null);
  assert.match(stockNote(stock(0, true), null, '2026-11-20'), /^on 20/);
});

const ahead: SeriesDetails['ahead'] = [
  { from: '2026-11-22', to: '2026-11-30', drivers: { price: 12, promotion: 0 } },
  { from: '2026-12-01', to: '2026-12-05', drivers: { promotion: 0 } },
  { from: '2026-12-06', to: '2026-12-10', drivers: { price: 9, promotion: 0.25 } },
  { from: '2026-12-11', to: '2027-11-22', drivers: { price: 12, stand_2: 1 } },
];

test('what is planned is said in words; no promotion is no plan, and what reaches the end of the known year has no end', () => {
  assert.deepEqual(plansOf(ahead, '2026-11-21'), [
    { from: '2026-11-22', to: '2026-11-30', price: 12, promotion: null, also: null },
    { from: '2026-12-06', to: '2026-12-10', price: 9, promotion: '25% off', also: null },
    { from: '2026-12-11', to: null, price: 12, promotion: null, also: 'stand 2: 1' },
  ]);
});

test('a price is called today’s only on a day on which it holds', () => {
  const plans = plansOf(ahead, '2026-11-21');
  const at = (today: string) => {
    const { first, isToday, next } = nowAndNext(plans, today);
    return [first?.from, isToday, next.length];
  };
  assert.deepEqual(at('2026-11-25'), ['2026-11-22', true, 2]);
  assert.deepEqual(at('2026-12-03'), [undefined, true, 2]);
  assert.deepEqual(at('2026-12-20'), ['2026-12-11', true, 0]);
  // Sales up to this evening: the plans begin tomorrow.
  assert.deepEqual(at('2026-11-21'), ['2026-11-22', false, 2]);
});

test('plans that are all over are those after the last sales, not those of today', () => {
  const { first, isToday } = nowAndNext(plansOf(ahead.slice(0, 3), '2026-11-21'), '2030-01-01');
  assert.deepEqual([first?.from, isToday], ['2026-11-22', false]);
});
