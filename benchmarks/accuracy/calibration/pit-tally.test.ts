import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ASKED, DENSE, PitTally } from './pit-tally.ts';

test('values spread evenly over a uniform forecast are calibrated, and weigh by how many there are', () => {
  const tally = new PitTally();
  for (const count of [400, 800]) {
    const actual = Float64Array.from({ length: count }, (_, i) => (i + 0.5) / count);
    const quantiles = Float64Array.from(
      { length: count * DENSE.length },
      (_, at) => DENSE[at % DENSE.length],
    );
    tally.add(actual, quantiles, 1, count === 400);
  }
  assert.ok(tally.deviations.every((points) => Math.abs(points) < 0.3));
  // ∫∫ pinball of a uniform value against its own quantiles is 1 ÷ 12; over 199 levels a little more than over all.
  assert.ok(Math.abs(tally.loss - 1 / 12) < 0.001);
  assert.equal(tally.coverage80, 320 / 400);
});

test('values that all lie above the forecast show as points missing at every level; what was not observed is left out', () => {
  const tally = new PitTally();
  tally.add(Float64Array.of(5, Number.NaN), new Float64Array(2 * DENSE.length).fill(1), 2, false);
  const all = tally.deviations;
  assert.ok(ASKED.every((level, j) => level > 0.99 || Math.abs(all[j] + 100 * level) < 1e-9));
  // Mean level is 0.5, the distance 4, the scale 2.
  assert.ok(Math.abs(tally.loss - 1) < 1e-9);
  assert.equal(tally.coverage80, undefined);
});
