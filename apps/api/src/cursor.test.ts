import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readCursor, writeCursor } from './cursor.ts';

const shape = { operation: 'listSeries', list: { sort: 'wape', search: undefined } };

test('a cursor gives back the place it was made for', () => {
  assert.equal(readCursor(shape, 'string', writeCursor(shape, 'Tea; "12"')), 'Tea; "12"');
  assert.equal(readCursor(shape, 'number', writeCursor(shape, 42)), 42);
  assert.equal(readCursor(shape, 'number', undefined), undefined);
});

test('a cursor of another order, other filters or another operation is refused', () => {
  const cursor = writeCursor(shape, 42);
  for (const other of [
    { operation: 'listSeries', list: { sort: 'bias' } },
    { operation: 'listSeries', list: { sort: 'wape', search: 'tea' } },
    { operation: 'listRuns', list: { sort: 'wape' } },
  ]) {
    assert.throws(() => readCursor(other, 'number', cursor), /cursor was not made/);
  }
});

test('text that is no cursor is refused, whatever it holds', () => {
  const forged = Buffer.from(JSON.stringify(['x', 1])).toString('base64url');
  const infinite = Buffer.from('["AAAAAAAA",1e999]').toString('base64url');
  for (const text of ['', '%', 'null', forged, infinite, Buffer.from('{').toString('base64url')]) {
    assert.throws(() => readCursor(shape, 'number', text), /cursor was not made/);
  }
  assert.throws(() => readCursor(shape, 'number', writeCursor(shape, 'text')), /cursor was not made/);
});
