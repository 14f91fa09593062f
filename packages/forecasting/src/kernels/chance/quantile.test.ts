import assert from 'node:assert/strict';
import { test } from 'node:test';
import { shareUpTo, sortedQuantile } from './quantile.ts';

test('quantiles use plotting position p (n + 1), R type 6', () => {
  const sorted = Float64Array.of(1, 2, 3, 4);
  assert.equal(sortedQuantile(sorted, 0.5), 2.5);
  assert.equal(sortedQuantile(sorted, 0.25), 1.25);
  assert.equal(sortedQuantile(sorted, 0.01), 1);
  assert.equal(sortedQuantile(sorted, 0.99), 4);
  assert.ok(Number.isNaN(sortedQuantile(new Float64Array(0), 0.5)));
});

test('the share up to a limit counts values on the limit in', () => {
  const sorted = Float64Array.of(1, 2, 2, 4);
  assert.deepEqual(
    [0, 1, 2, 3, 4, 5].map((limit) => shareUpTo(sorted, limit)),
    [0, 0.25, 0.75, 0.75, 1, 1],
  );
  assert.equal(shareUpTo(new Float64Array(0), 1), 0);
});
