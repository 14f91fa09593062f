import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readContent } from '../../testing/read-all.ts';
import { findHeader } from './find-header.ts';

const TABLE = [
  ['Date', 'Item', 'Store', 'Qty'],
  ['2026-01-01', 'a', 'north', '1'],
  ['2026-01-02', 'b', 'north', '2'],
];

test('the first row is the header, also where it has empty names or numbers for names', () => {
  assert.equal(findHeader(TABLE), 0);
  assert.equal(findHeader([['', 'Item', '', 'Qty'], ...TABLE.slice(1)]), 0);
  assert.equal(
    findHeader([
      ['id', 'd_1', '2', '2026-01-03'],
      ['x', '1', '2', '3'],
    ]),
    0,
  );
  assert.equal(findHeader([]), 0);
  assert.equal(findHeader([['one'], ['two']]), 0);
});

test('a report’s head above the table is passed over', () => {
  const head = [['Sales by item'], ['Example Ltd'], ['1/1/2026 to 31/1/2026'], ['']];
  assert.equal(findHeader([...head, ...TABLE]), 4);
  assert.equal(findHeader([['Period', '2026-01-01'], ...TABLE]), 1);
});

test('rows are numbered from the header on, and the head is none of them', async () => {
  const whole = await readContent(
    'Sales by item\nExample Ltd\n\ndate;item;units\n2026-01-01;a;1,5\n2026-01-02;a;x\nTotal;;1,5\n',
  );
  assert.deepEqual(
    whole.lines.map(({ row, units }) => [row, units]),
    [[1, 1.5]],
  );
  assert.deepEqual(
    whole.rejected.map(({ row, field }) => [row, field]),
    [[2, 'units']],
  );
  assert.deepEqual(whole.skipped, [{ row: 3, cause: 'upload.totals_row' }]);
});

test('the header printed again on every page is skipped, a product that is called total is not', async () => {
  const whole = await readContent(
    'item,date,units\nTotal Care,2026-01-01,1\nitem,date,units\nTotal,,1\nTotals,2026-01-02,4\n',
  );
  assert.deepEqual(
    whole.lines.map(({ product }) => product),
    ['Total Care', 'Totals'],
  );
  assert.deepEqual(
    whole.skipped.map(({ row }) => row),
    [2, 3],
  );
});
