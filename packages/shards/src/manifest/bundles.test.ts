import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { bundleShards, estimateSeconds } from './bundles.ts';

const shards = fc
  .array(
    fc.record({ series: fc.integer({ min: 1, max: 2_000 }), values: fc.integer({ min: 0, max: 2_000_000 }) }),
    {
      maxLength: 300,
    },
  )
  .map((list) => list.map((shard, no) => ({ no, ...shard })));

test('every shard is in exactly one bundle, in order', () => {
  fc.assert(
    fc.property(shards, (list) => {
      assert.deepEqual(
        bundleShards(list).flat(),
        list.map((shard) => shard.no),
      );
    }),
  );
});

test('no bundle exceeds the target unless it is a single shard', () => {
  fc.assert(
    fc.property(shards, (list) => {
      for (const bundle of bundleShards(list, 60)) {
        const seconds = bundle.reduce((sum, no) => sum + estimateSeconds(list[no]), 0);
        assert.ok(bundle.length === 1 || seconds <= 60);
      }
    }),
  );
});

test('there are never more bundles than may be mapped', () => {
  fc.assert(
    fc.property(shards, fc.integer({ min: 1, max: 20 }), (list, most) => {
      assert.ok(bundleShards(list, 1, most).length <= most);
    }),
  );
});

test('twelve products are one bundle', () => {
  assert.equal(bundleShards([{ no: 0, series: 12, values: 9_000 }]).length, 1);
});
