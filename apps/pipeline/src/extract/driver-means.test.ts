import assert from 'node:assert/strict';
import test from 'node:test';
import { DriverMeans } from './driver-means.ts';

const NO = Number.NaN;
const span = { frequency: 'D' as const, first: 10, origin: 11, horizon: 1 };
const history = (first: number, ...values: number[]) => ({ first, values: Float64Array.from(values) });

test('a location’s driver is the mean over its products of what is known, each by what it sold', () => {
  const means = new DriverMeans(span, 1);
  means.add(1, history(10, 3, NO), [Float64Array.of(1, 1, NO)]);
  means.add(1, history(11, 1), [Float64Array.of(0, 0)]);
  means.add(1, history(10, 0, 0), [Float64Array.of(9, 9, 9)]);
  means.add(2, history(10, 4, 4), [Float64Array.of(NO, 0.25, NO)]);
  assert.deepEqual([...(means.ofLocation(1, history(10, 3, 1))?.[0] ?? [])], [1, 0.75, 0]);
  assert.deepEqual([...(means.ofLocation(2, history(11, 4))?.[0] ?? [])], [0.25, NO]);
  // (3 × 1 + 1 × 0 + 8 × 0.25) ÷ 12 on the second day.
  assert.deepEqual([...(means.ofAll(history(10, 7, 5))?.[0] ?? [])], [1, 5 / 12, 0]);
});

test('what knows of no drivers has none', () => {
  const means = new DriverMeans(span, 0);
  means.add(1, history(10, 3, 1), []);
  assert.equal(means.ofLocation(1, history(10, 3, 1)), undefined);
  assert.equal(means.ofAll(history(10, 3, 1)), undefined);
});
