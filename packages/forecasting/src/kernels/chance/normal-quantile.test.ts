import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertClose } from '../../testing/close.ts';
import { normalQuantile } from './normal-quantile.ts';

test('quantiles are those of R’s qnorm, to 1.2e-9, and mirror each other', () => {
  const levels = [1e-6, 0.005, 0.025, 0.1, 0.3, 0.5];
  const reference = [
    -4.753424308822899, -2.575829303548901, -1.959963984540054, -1.2815515655446, -0.524400512708041, 0,
  ];
  assertClose(levels.map(normalQuantile), reference, 1.2e-9);
  for (const level of [0.01, 0.2, 0.4])
    assert.ok(Math.abs(normalQuantile(level) + normalQuantile(1 - level)) < 1e-12);
});
