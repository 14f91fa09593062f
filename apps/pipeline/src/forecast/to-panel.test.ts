import assert from 'node:assert/strict';
import test from 'node:test';
import type { Shard } from '@shelfcast/shards';
import { toPanel } from './to-panel.ts';

const shard: Shard = {
  level: 'series',
  keys: Float64Array.of(1, 2),
  first: Int32Array.of(101, 100),
  offsets: Uint32Array.of(0, 1, 3),
  values: Float64Array.of(5, 6, 7),
  horizon: 1,
  closed: new Uint8Array(2),
  calendars: Int32Array.of(1, 0),
  drivers: [{ name: 'price', column: Float64Array.of(1, 2, 3, 4, 5) }],
};

test('each series finds its own days in the calendar that it follows', () => {
  const { common, known } = toPanel(shard, {
    names: ['feast'],
    first: 99,
    length: 4,
    calendars: [[[[3, 1]]], [[[2, 1]]]],
  });
  const [column] = common?.columns ?? [];
  const starts = [...(common?.starts ?? [])];
  // Series 0: days 101 and 102 of calendar 1. Series 1: days 100 to 102 of calendar 0.
  assert.deepEqual([...column.subarray(starts[0], starts[0] + 2)], [1, 0]);
  assert.deepEqual([...column.subarray(starts[1], starts[1] + 3)], [0, 0, 1]);
  assert.deepEqual(known?.names, ['price']);
});

test('without calendars and drivers a panel has no columns', () => {
  const { common, known } = toPanel(
    { ...shard, drivers: [] },
    { names: [], first: 99, length: 4, calendars: [[]] },
  );
  assert.deepEqual([common, known], [undefined, undefined]);
});
