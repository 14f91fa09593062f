import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inferStockOuts } from './infer-stock-outs.ts';

const DAYS = 120;

/** A number in [0, 1) that looks like chance and is none. */
const scatter = (n: number): number => {
  const far = Math.sin(n) * 43_758.5453;
  return far - Math.floor(far);
};

/** Sales by `sells`, nothing on the days of `gap`. */
function series(sells: (day: number) => number, gap: readonly number[] = []): Float64Array {
  return Float64Array.from({ length: DAYS }, (_, day) => (gap.includes(day) ? 0 : sells(day)));
}
const inferred = (units: Float64Array, closed: readonly number[] = []): number[] => {
  const shut = Uint8Array.from({ length: DAYS }, (_, day) => (closed.includes(day) ? 1 : 0));
  return [...inferStockOuts(units, shut)].flatMap((out, day) => (out ? [day] : []));
};
const daily = (day: number): number => 8 + (day % 5);
const now = (day: number): number => (scatter(day + 1) < 0.3 ? 1 : 0);

test('days without a sale of what sells every day are a stock-out, once it sells again', () => {
  // One day alone takes all eight weeks on both sides as witnesses.
  assert.deepEqual(inferred(series(daily, [60])), [60]);
  assert.deepEqual(inferred(series(daily, [90])), []);
  assert.deepEqual(inferred(series(daily, [70, 71, 72])), [70, 71, 72]);
  assert.deepEqual(inferred(series(daily, [117, 118, 119])), []);
});

test('what sells now and then is not out of stock on the days between, but through a long silence', () => {
  assert.deepEqual(inferred(series(now)), []);
  const silence = Array.from({ length: 30 }, (_, i) => 45 + i);
  const out = inferred(series(now, silence));
  assert.ok(silence.every((day) => out.includes(day)));
});

test('the end of a season is none: the days after it must speak against the gap too', () => {
  const fading = (day: number): number => (day < 60 ? daily(day) : now(day + 7));
  const gap = [60, 61, 62, 63];
  assert.deepEqual(inferred(series(fading, gap)), []);
  assert.deepEqual(inferred(series(daily, gap)), gap);
});

test('a pause of more than eight weeks is a season, or a decision, and no stock-out', () => {
  const pause = (days: number): number[] => Array.from({ length: days }, (_, i) => 30 + i);
  assert.deepEqual(inferred(series(daily, pause(56))), pause(56));
  assert.deepEqual(inferred(series(daily, pause(57))), []);
});

test('closed days are passed over: they neither end a run nor belong to it', () => {
  assert.deepEqual(inferred(series(daily, [70, 71]), [70, 71]), []);
  assert.deepEqual(inferred(series(daily, [70, 71, 72]), [71]), [70, 72]);
  const units = series(daily, [70, 72]);
  units[71] = Number.NaN;
  assert.deepEqual(inferred(units), [70, 72]);
});

test('the unit makes no difference: grams are inferred as kilograms are', () => {
  for (const gap of [[60], [40, 41], [60, 61, 62]]) {
    const kilograms = series((day) => 0.3 + scatter(day), gap);
    assert.deepEqual(inferred(kilograms.map((units) => 1000 * units)), inferred(kilograms));
  }
});

test('two weeks on one side are needed to know how it sells', () => {
  const short = (length: number) => {
    const units = Float64Array.from({ length }, (_, day) => (day === 6 || day === 7 ? 0 : daily(day)));
    return [...inferStockOuts(units, new Uint8Array(length))].filter(Boolean).length;
  };
  assert.equal(short(20), 0);
  assert.equal(short(60), 2);
});
