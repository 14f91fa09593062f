import assert from 'node:assert/strict';

/** Asserts that each number is within `relative` × (1 + its size) of the expected one. */
export function assertClose(
  actual: ArrayLike<number>,
  expected: ArrayLike<number>,
  relative: number,
  where = '',
): void {
  assert.equal(actual.length, expected.length, `${where}: length`);
  for (let i = 0; i < actual.length; i++) {
    const allowed = relative * (1 + Math.abs(expected[i]));
    assert.ok(
      Math.abs(actual[i] - expected[i]) <= allowed,
      `${where}[${i}] is ${actual[i]}, not ${expected[i]} ± ${allowed}`,
    );
  }
}
