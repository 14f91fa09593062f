import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SaleLine } from '@shelfcast/domain';
import type { CodeBook } from './code-book.ts';
import { LineNumbers } from './number-lines.ts';
import { SeenKeys } from './seen-keys.ts';

const codes = {
  seriesId: (line: SaleLine) => Number(line.product),
  productId: (code: string) => Number(code),
} as unknown as CodeBook;

let row = 0;
const sale = (
  order: string | null,
  product: string,
  line: string | null = null,
  soldOn = 20_000,
): SaleLine => ({
  row: ++row,
  order,
  line,
  product,
  productName: null,
  location: 'north',
  soldOn,
  returnedOn: null,
  units: 1,
  unit: 'each',
  revenue: null,
  currency: null,
  drivers: null,
  closed: false,
});

const SOME_BYTES = 10_000_000;

const written = (numbers: LineNumbers, lines: SaleLine[]) =>
  numbers.number(lines).numbered.map(({ nth, maybeEarlier }) => `${nth}${maybeEarlier ? '?' : ''}`);

/** Lines of one transaction. */
const numbers = (lines: SaleLine[], seen: SeenKeys) => written(new LineNumbers(codes, seen), lines);

test('equal lines are counted, by order and product or by series and day', () => {
  const seen = new SeenKeys(SOME_BYTES);
  assert.deepEqual(numbers([sale('1', '5'), sale('1', '6'), sale('1', '5'), sale('2', '5')], seen), [
    '1',
    '1',
    '2',
    '1',
  ]);
  assert.deepEqual(numbers([sale(null, '5'), sale(null, '5'), sale(null, '5', null, 20_001)], seen), [
    '1',
    '2',
    '1',
  ]);
});

test('a key of an earlier transaction is to be looked up, others are not', () => {
  const seen = new SeenKeys(SOME_BYTES);
  numbers([sale('1', '5'), sale(null, '7')], seen);
  assert.deepEqual(numbers([sale('1', '5'), sale('1', '5'), sale('9', '5'), sale(null, '7')], seen), [
    '1?',
    '2?',
    '1',
    '1?',
  ]);
});

test('of rows with one line number in an order the first holds', () => {
  const { numbered, doubled } = new LineNumbers(codes, new SeenKeys(SOME_BYTES)).number([
    sale('1', '5', 'a'),
    sale('1', '6', 'a'),
    sale('2', '5', 'a'),
  ]);
  assert.deepEqual(
    numbered.map(({ line }) => line.product),
    ['5', '5'],
  );
  assert.deepEqual(
    doubled.map(({ product }) => product),
    ['6'],
  );
});

test('equals are counted on over the batches of a transaction', () => {
  const number = new LineNumbers(codes, new SeenKeys(SOME_BYTES));
  assert.deepEqual(written(number, [sale('1', '5'), sale('1', '5')]), ['1', '2']);
  assert.deepEqual(written(number, [sale('1', '5'), sale('2', '5', 'a')]), ['3', '1']);
  assert.equal(number.number([sale('2', '6', 'a')]).doubled.length, 1);
});

test('no key that was added is ever taken for new, and few new ones for seen', () => {
  const seen = new SeenKeys(SOME_BYTES);
  const keys = Array.from({ length: 200_000 }, (_, i) => `${536_365 + i}\t${i % 97}\t`);
  const mistaken = keys.filter((key) => seen.addAndTell(key)).length;
  assert.ok(mistaken < 20, `${mistaken} of 200,000`);
  assert.ok(keys.every((key) => seen.addAndTell(key)));
});
