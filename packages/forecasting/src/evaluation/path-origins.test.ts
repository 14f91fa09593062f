import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PastForecasts } from './past-forecasts.ts';
import { pathOrigins } from './path-origins.ts';

/** Past forecasts of a series of this length, from these distances before its end. */
function past(length: number, backs: number[], horizon = 7): PastForecasts {
  return {
    origins: Int32Array.from(backs, (back) => length - back),
    horizon,
    length,
  } as unknown as PastForecasts;
}

const backs = Array.from({ length: 105 }, (_, r) => 735 - 7 * r);
const chosen = (of: PastForecasts, from: number[]): number[] =>
  Array.from(pathOrigins(of, 7, 50), (row) => from[row]);

test('series that end on the same day look at the same past dates, however long they are', () => {
  assert.deepEqual(chosen(past(900, backs), backs), chosen(past(2000, backs), backs));
  const later = backs.slice(45);
  const long = chosen(past(2000, backs), backs);
  const short = chosen(past(450, later), later);
  const within = long.filter((back) => back < 410);
  assert.ok(within.length > 20);
  long.forEach((back, p) => {
    if (back < 410) assert.equal(short[p], back);
  });
});

test('origins whose horizon is not over yet are taken only where there are no others', () => {
  const ends = [70, 35, 14, 7, 3, 1];
  assert.ok(chosen(past(100, ends), ends).every((back) => back >= 7));
  assert.ok(chosen(past(5, [3, 1]), [3, 1]).every((back) => back === 3 || back === 1));
});

test('without any past origin there is none to take', () => {
  assert.ok(pathOrigins(past(3, []), 7, 5).every((row) => row === -1));
});
