import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readContent } from '../../testing/read-all.ts';

test('a JSON object a line is a row, and keys are columns in any order', async () => {
  const { layout, lines } = await readContent(
    '{"date":"2026-01-01","item":"a","units":2,"revenue":"3.50"}\n{"units":1.5,"item":7,"date":"2026-01-02T10:00:00Z"}\n',
  );
  assert.equal(layout, 'long-table');
  assert.deepEqual(
    lines.map((line) => [line.product, line.units, line.revenue]),
    [
      ['a', 2, '3.50'],
      ['7', 1.5, null],
    ],
  );
});

test('objects within objects are columns joined by a point', async () => {
  const { lines } = await readContent('{"sold":{"date":"2026-01-01","units":2},"item":"a","tags":[1]}\n', {
    mapping: { date: 'sold.date', value: 'sold.units' },
  });
  assert.equal(lines[0].units, 2);
});

test('a line that is no object is rejected by its row, blank ones are skipped', async () => {
  const { lines, rejected, skipped } = await readContent(
    '{"date":"2026-01-01","item":"a","units":2}\n{"date":\n\n[1,2]\n{"date":"2026-01-02","item":"a","units":null}\n{"date":"2026-01-03","item":"a","units":1}',
  );
  assert.deepEqual(
    rejected.map(({ row, cause }) => [row, cause]),
    [
      [2, 'upload.broken_json'],
      [4, 'upload.broken_json'],
    ],
  );
  assert.deepEqual(
    skipped.map(({ row }) => row),
    [3, 5],
  );
  assert.deepEqual(
    lines.map(({ row }) => row),
    [1, 6],
  );
});
