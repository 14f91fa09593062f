import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatDay } from '@shelfcast/domain';
import fc from 'fast-check';
import { multiplyDecimals } from './multiply-decimals.ts';
import { dayReader, inferDateOrder, readDay } from './read-day.ts';
import { readDecimal } from './read-number.ts';
import { subtractDecimals } from './subtract-decimals.ts';

test('numbers are read as tills write them', () => {
  const read = (text: string) => readDecimal(text, 'groups');
  assert.equal(read('12'), '12');
  assert.equal(read('-0.5'), '-0.5');
  assert.equal(read(' 1,013.00 '), '1013.00');
  assert.equal(read('1,23,456.78'), '123456.78');
  assert.equal(read('1.049,90'), '1049.90');
  assert.equal(read('$8.00'), '8.00');
  assert.equal(read('(3.50)'), '-3.50');
  assert.equal(read('1e3'), '1000');
  assert.equal(read('.5'), '0.5');
  assert.equal(read('+7'), '7');
  assert.equal(read('1,013'), '1013');
  assert.equal(readDecimal('1,013', 'decimal'), '1.013');
  assert.equal(readDecimal('1,5', 'groups'), '1.5');
});

test('what is no number is none: NaN, infinities, words, hexadecimal, nothing', () => {
  for (const text of ['NaN', 'Infinity', '-inf', '1e999', 'twelve', '0x10', '', '-', '1-2', '1.2.3', '--1'])
    assert.equal(readDecimal(text, 'groups'), undefined, text);
});

test('quantity times price is exact to the last digit', () => {
  assert.equal(multiplyDecimals('6', '2.55'), '15.30');
  assert.equal(multiplyDecimals('-80995', '2.08'), '-168469.60');
  assert.equal(multiplyDecimals('0.1', '0.2'), '0.02');
  const decimal = fc
    .tuple(fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }), fc.integer({ min: 0, max: 6 }))
    .map(([digits, scale]) => ({ digits: BigInt(digits), scale, text: asText(BigInt(digits), scale) }));
  fc.assert(
    fc.property(decimal, decimal, (a, b) => {
      assert.equal(multiplyDecimals(a.text, b.text), asText(a.digits * b.digits, a.scale + b.scale));
    }),
  );
});

function asText(digits: bigint, scale: number): string {
  if (scale === 0) return String(digits);
  const text = String(digits < 0n ? -digits : digits).padStart(scale + 1, '0');
  return `${digits < 0n ? '-' : ''}${text.slice(0, -scale)}.${text.slice(-scale)}`;
}

test('a day is read from dates and moments, and stays the local one', () => {
  const read = (text: string, order: Parameters<typeof readDay>[1] = 'mdy') => {
    const day = readDay(text, order);
    return day === undefined ? undefined : formatDay(day);
  };
  assert.equal(read('2011-12-09 12:50:00'), '2011-12-09');
  assert.equal(read('2026-09-03 23:14:00 -0400'), '2026-09-03');
  assert.equal(read('2026-09-03T23:14:00Z'), '2026-09-03');
  assert.equal(read('20260903'), '2026-09-03');
  assert.equal(read('2026/9/3'), '2026-09-03');
  assert.equal(read('10/8/26 5:18 PM'), '2026-10-08');
  assert.equal(read('10/8/2026', 'dmy'), '2026-08-10');
  assert.equal(read('3.4.2025', 'mdy'), '2025-04-03');
  for (const none of ['2023-02-29', '2023-13-01', '31/02/2023', 'yesterday', '', '2023', '2026-09-0x'])
    assert.equal(read(none, 'dmy'), undefined, none);
});

test('day and month are told apart by any number above twelve', () => {
  assert.equal(inferDateOrder(['1/2/2025', '13/2/2025']), 'dmy');
  assert.equal(inferDateOrder(['1/2/2025', '2/13/2025']), 'mdy');
  assert.equal(inferDateOrder(['1/2/2025', '2/3/2025']), undefined);
  assert.equal(inferDateOrder(['2025-01-02', '3.4.2025', '']), 'either');
});

test('months are read by their names, in ten languages', () => {
  const day = (text: string) => formatDay(readDay(text, 'mdy')!);
  assert.equal(day('16-Dec-2023 02:44 AM EST'), '2023-12-16');
  assert.equal(day('16. Dezember 2023'), '2023-12-16');
  assert.equal(day('1 août 2024'), '2024-08-01');
  assert.equal(day('3 mai 2024, 10:00'), '2024-05-03');
  assert.equal(day('Sept 5, 2025 3:10 PM'), '2025-09-05');
  assert.equal(day('March 9th, 2025'), '2025-03-09');
  assert.equal(day('01-Jan-26'), '2026-01-01');
  assert.equal(readDay('31-Feb-2025', 'mdy'), undefined);
  assert.equal(readDay('12-Foo-2025', 'mdy'), undefined);
});

test('a discount is taken off to the last digit', () => {
  assert.equal(subtractDecimals('10', '0.10'), '9.90');
  assert.equal(subtractDecimals('0.3', '0.10'), '0.20');
  assert.equal(subtractDecimals('-5.05', '1'), '-6.05');
  assert.equal(subtractDecimals('1', '1.001'), '-0.001');
  assert.equal(subtractDecimals('7', '7'), '0');
});

test('a number is plain exactly where it is digits with one point between them', () => {
  const text = fc.string({
    unit: fc.constantFrom('0', '7', '9', '.', '-', ',', ' ', 'e', '٣'),
    maxLength: 7,
  });
  fc.assert(
    fc.property(text, (cell) => {
      if (/^-?\d+(\.\d+)?$/.test(cell)) assert.equal(readDecimal(cell, 'groups'), cell);
      else if (readDecimal(cell, 'groups') === cell) assert.fail(`${cell} was taken as it is`);
    }),
    { numRuns: 2_000 },
  );
});

test('a reader of days that come one after the other reads each as if it came alone', () => {
  const moment = fc
    .tuple(
      fc.constantFrom('2026-09-03', '2026-09-04', '2026-02-30', ' 2026-09-03', '3/9/2026', '2026-09-0', ''),
      fc.constantFrom('', ' ', ' 10:14', 'T23:59:59Z', 'T\n', 'x', ' 1\r\n2', '5'),
    )
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(
      fc.array(moment, { maxLength: 12 }),
      fc.constantFrom('dmy' as const, 'mdy' as const),
      (cells, order) => {
        const read = dayReader(order);
        for (const cell of cells) assert.equal(read(cell), readDay(cell, order), cell);
      },
    ),
    { numRuns: 1_000 },
  );
});
