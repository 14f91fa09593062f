import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parabolicSearch } from './parabolic-search.ts';

/** The search between two ends, begun at a point between them, and how often it looked. */
function searched(evaluate: (x: number) => number, low: number, at: number, high: number, tolerance: number) {
  let used = 0;
  const counted = (x: number): number => {
    used++;
    return evaluate(x);
  };
  return { ...parabolicSearch(counted, low, { at, value: evaluate(at) }, high, tolerance), used };
}

test('finds the bottom of smooth valleys to the tolerance, a parabola in few looks', () => {
  const parabola = searched((x) => (x - 1.3) ** 2, -5, 0.4, 9, 1e-6);
  assert.ok(Math.abs(parabola.at - 1.3) < 2e-6 && parabola.used <= 12);
  const steep = searched((x) => Math.exp(x) - 3 * x, -4, 0, 4, 1e-6);
  assert.ok(Math.abs(steep.at - Math.log(3)) < 2e-6 && steep.used <= 20);
});

test('finds the bottom where there is no parabola', () => {
  assert.ok(Math.abs(searched((x) => Math.abs(x - 0.7) ** 0.5, -1, 0, 2, 1e-5).at - 0.7) < 2e-5);
});

test('never leaves its ends, and never gives back worse than it began with', () => {
  const bottom = searched(
    (x) => {
      assert.ok(x >= 2 && x <= 3);
      return -x;
    },
    2,
    2.5,
    3,
    1e-4,
  );
  assert.ok(bottom.at > 2.999 && bottom.value <= -2.5);
});
