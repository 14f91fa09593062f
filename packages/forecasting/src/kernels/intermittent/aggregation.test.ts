import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addBucketRates, bucketSums, observedBefore, runningSums } from './aggregation.ts';

const values = Float64Array.of(2, NaN, 0, 5, 1, NaN, 3, 4, 0, 6, 2);
const observed = [2, 0, 5, 1, 3, 4, 0, 6, 2];

test('buckets end with the history, skip what was not observed, and leave the oldest rest out', () => {
  const { sums, observed: count } = runningSums(values);
  assert.equal(count, 9);
  const buckets = new Float64Array(9);
  assert.equal(bucketSums(sums, 9, 4, buckets), 2);
  assert.deepEqual([...buckets.subarray(0, 2)], [0 + 5 + 1 + 3, 4 + 0 + 6 + 2]);
});

test('rates at many ends are those of buckets smoothed anew for each of them', () => {
  const { sums } = runningSums(values);
  const ends = Int32Array.from({ length: 10 }, (_, end) => end);
  for (const size of [1, 2, 3, 5]) {
    const rates = new Float64Array(10);
    addBucketRates(sums, ends, size, 0.3, rates);
    for (const end of ends) {
      const cut = observed.slice(end % size, end);
      let level = Number.NaN;
      for (let at = 0; at < cut.length && end >= size; at += size) {
        const bucket = cut.slice(at, at + size).reduce((sum, value) => sum + value, 0);
        level = Number.isNaN(level) ? bucket : level + 0.3 * (bucket - level);
      }
      const mean = observed.slice(0, end).reduce((sum, value) => sum + value, 0) / end;
      const expected = end < size ? mean : level / size;
      assert.ok(
        Object.is(rates[end], expected) || Math.abs(rates[end] - expected) < 1e-12,
        `${size} at ${end}`,
      );
    }
  }
});

test('values observed before an origin are counted', () => {
  assert.deepEqual([...observedBefore(values, Int32Array.of(1, 2, 4, 11))], [1, 1, 3, 9]);
});
