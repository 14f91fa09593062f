import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { type CutSeries, type CutShard, ShardCutter } from './shard-cutter.ts';

const HORIZON = 2;

function series(key: number, length: number, level: CutSeries['level'] = 'series'): CutSeries {
  const values = Float64Array.from({ length }, (_, i) => key * 1000 + i);
  return {
    level,
    label: { key, product: null, location: null, unit: 'each', expectedClosed: [] },
    history: { first: 50 - length, values },
    ahead: Uint8Array.of(key % 2, 0),
    calendar: key,
  };
}

function cut(list: readonly CutSeries[], values: number): CutShard[] {
  const cutter = new ShardCutter(HORIZON, values);
  return [...list.map((one) => cutter.add(one)), cutter.end()].filter((shard) => shard !== undefined);
}

test('every series is in one shard, whole and in order, and no shard but a single series exceeds its size', () => {
  const lengths = fc.array(fc.integer({ min: 0, max: 60 }), { maxLength: 40 });
  fc.assert(
    fc.property(lengths, fc.integer({ min: 1, max: 200 }), (list, size) => {
      const all = list.map((length, i) => series(i + 1, length));
      const shards = cut(all, size);
      assert.deepEqual(
        shards.flatMap(({ shard }) =>
          Array.from(shard.keys, (_, i) => [
            ...shard.values.subarray(shard.offsets[i], shard.offsets[i + 1]),
          ]),
        ),
        all.map(({ history }) => [...history.values]),
      );
      for (const { shard, labels } of shards) {
        assert.ok(labels.length === 1 || shard.values.length + labels.length * HORIZON <= size);
        assert.deepEqual(
          [...shard.keys],
          labels.map(({ key }) => key),
        );
        assert.deepEqual([...shard.calendars], [...shard.keys]);
        assert.deepEqual(
          [...shard.closed],
          [...shard.keys].flatMap((key) => [key % 2, 0]),
        );
      }
    }),
  );
});

test('levels are never mixed in a shard', () => {
  const shards = cut(
    [series(1, 3), series(1, 3, 'location'), series(2, 3, 'location'), series(0, 3, 'total')],
    1000,
  );
  assert.deepEqual(
    shards.map(({ shard }) => [shard.level, shard.keys.length]),
    [
      ['series', 1],
      ['location', 2],
      ['total', 1],
    ],
  );
});
