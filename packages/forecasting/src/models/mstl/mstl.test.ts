import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { isFailure, type Model, type SeriesInput } from '../../contract.ts';
import { randomStream } from '../../kernels/chance/random.ts';
import { type LoessSpan, loess, ownWeights, smoothLoess } from '../../kernels/decomposition/loess.ts';
import {
  decomposable,
  seasonalWindow,
  splitSeasons,
  usualSeasons,
} from '../../kernels/decomposition/multiple-seasons.ts';
import { type StlSpans, usualSpans } from '../../kernels/decomposition/stl.ts';
import { assertClose } from '../../testing/close.ts';
import { fitted } from '../../testing/fit.ts';
import { sales } from '../../testing/series.ts';
import { ses } from '../ets/ses.ts';
import { naive } from '../simple/naive.ts';
import { mstl } from './mstl.ts';

interface Split {
  readonly name: string;
  readonly components: readonly number[][];
  readonly trend: readonly number[];
  readonly mean: readonly number[];
}

function fixture<Series>(name: string): (Split & Series)[] {
  return JSON.parse(readFileSync(new URL(`../../../fixtures/mstl/${name}`, import.meta.url), 'utf8')).series;
}

/** The windows of R's mstl, whatever the values. */
const asInR = (_: Float64Array, periods: readonly number[]): StlSpans[] => usualSeasons(periods);
/** All places computed, none left out. */
const everywhere = (span: LoessSpan): LoessSpan => ({ ...span, jump: 1 });

/** The same weighted sums in another order; a season that passed several times through them. */
const ROUNDING = 1e-9;

const fromR = fixture<{ periods: number[]; values: number[]; deviation: number[] }>('r.json');
const fromPython = fixture<object>('statsforecast.json');

for (const [at, reference] of fromR.entries()) {
  const { name, periods, values } = reference;
  const history = Float64Array.from(values);
  const series: SeriesInput = { values: history, season: periods[0], seasons: periods.slice(1) };

  test(`seasons and trend are those of R's mstl on ${name}`, () => {
    const { components, trend } = splitSeasons(history, decomposable(history.length, periods));
    for (const [i, component] of components.entries())
      assertClose(component, reference.components[i], ROUNDING, `season ${periods[i]}`);
    assertClose(trend, reference.trend, ROUNDING, 'trend');
  });

  test(`forecasts with a random walk on the rest, and their deviations, are those of R on ${name}`, () => {
    const fit = mstl(naive, asInR).fit(series);
    assert.ok(!isFailure(fit));
    assertClose(fit.forecast(30), reference.mean, ROUNDING);
    assertClose(fit.deviations!(30), reference.deviation, ROUNDING);
  });

  test(`with its low pass, five passes and every place computed, seasons and trend are statsforecast's on ${name}`, () => {
    const theirs = fromPython[at];
    const spans = periods.map((period, index): StlSpans => {
      const { seasonal, trend, lowPass } = usualSpans(Math.floor(period), seasonalWindow(index));
      const window = Math.floor(period) % 2 === 0 ? Math.floor(period) + 1 : Math.floor(period) + 2;
      return {
        seasonal: everywhere(seasonal),
        trend: everywhere(trend),
        lowPass: { ...lowPass, window, jump: 1 },
        passes: 5,
      };
    });
    const { components, trend } = splitSeasons(history, periods.map(Math.floor), spans);
    for (const [i, component] of components.entries())
      assertClose(component, theirs.components[i], ROUNDING, `season ${periods[i]}`);
    assertClose(trend, theirs.trend, ROUNDING, 'trend');
  });

  test(`leaving places out moves forecasts on ${name} by less than 2 % of the values' spread`, () => {
    const fit = mstl(naive, asInR).fit(series);
    assert.ok(!isFailure(fit));
    const spread = Math.max(...values) - Math.min(...values);
    for (const [h, value] of fit.forecast(30).entries())
      assert.ok(Math.abs(value - fromPython[at].mean[h]) < 0.02 * spread);
  });
}

const week = [5, 6, 6, 8, 12, 20, 9];
const both = (length: number): Float64Array =>
  Float64Array.from({ length }, (_, t) => 40 + week[t % 7] + 9 * Math.sin((2 * Math.PI * t) / 91));

test('two seasons that repeat exactly are continued exactly enough, a flat rest below them', () => {
  const fit = mstl(ses).fit({ values: both(728), season: 7, seasons: [91] });
  assert.ok(!isFailure(fit));
  const expected = both(728 + 60).subarray(728);
  // 0.2 of a range of 33: what loess leaves between a season of a week and one of a quarter.
  for (const [h, value] of fit.forecast(60).entries()) assert.ok(Math.abs(value - expected[h]) < 0.2);
});

test('a season that the history shows no more than twice is left to the other model', () => {
  const fit = fitted(mstl(naive), both(150));
  const longer = mstl(naive).fit({ values: both(150), season: 7, seasons: [91] });
  assert.ok(!isFailure(longer));
  assert.deepEqual(longer.forecast(20), fit.forecast(20));
  assert.equal(longer.parameters.cycles91, undefined);
});

test('without a season it is the other model; with one that is too long it says why not', () => {
  const values = sales(40, 9, 2);
  assert.deepEqual(fitted(mstl(ses), values, 1).forecast(5), fitted(ses, values, 1).forecast(5));
  assert.deepEqual(mstl(ses).fit({ values, season: 20 }), { cause: 'history-too-short' });
});

test('periods are whole and increasing, and come more than twice', () => {
  assert.deepEqual(decomposable(731, [365.25, 7, 7]), [7, 365]);
  assert.deepEqual(decomposable(730, [365.25, 7]), [7]);
  assert.deepEqual(decomposable(100, [1]), []);
});

test('what the other model is given lacks what was not observed, and nothing else', () => {
  const values = both(200).map((value, t) => (t % 7 === 6 || (t > 90 && t < 100) ? Number.NaN : value));
  let seen: SeriesInput | undefined;
  const spy: Model = {
    name: 'spy',
    fit(series) {
      seen = series;
      return naive.fit(series);
    },
  };
  mstl(spy).fit({ values, season: 7 });
  assert.equal(seen!.season, 1);
  assert.deepEqual([...seen!.values].map(Number.isNaN), [...values].map(Number.isNaN));
});

test('a week of gaps does not flatten the season around it', () => {
  const whole = Float64Array.from({ length: 140 }, (_, t) => week[t % 7]);
  const holes = whole.map((value, t) => (t >= 63 && t < 72 ? Number.NaN : value));
  const [found] = splitSeasons(holes, [7]).components;
  const [expected] = splitSeasons(whole, [7]).components;
  // 1: of a season that goes from −4 to 11; a line across the gap alone leaves 2.6.
  for (let t = 0; t < 140; t++) assert.ok(Math.abs(found[t] - expected[t]) < 1, `at ${t}`);
});

test('a constant added is in the trend, a factor in everything', () => {
  const values = both(400);
  const plain = splitSeasons(values, [7, 91]);
  const other = splitSeasons(
    values.map((value) => 3 * value + 100),
    [7, 91],
  );
  const tripled = (part: Float64Array): Float64Array => part.map((value) => 3 * value);
  for (const [i, component] of plain.components.entries())
    assertClose(other.components[i], tripled(component), ROUNDING);
  assertClose(
    other.trend,
    tripled(plain.trend).map((value) => value + 100),
    ROUNDING,
  );
});

test('a series told backwards has its seasons told backwards, where every place is computed', () => {
  const values = sales(143, 20, 4);
  const { seasonal, trend, lowPass, passes } = usualSpans(7, seasonalWindow(0));
  const spans = [
    { seasonal: everywhere(seasonal), trend: everywhere(trend), lowPass: everywhere(lowPass), passes },
  ];
  const [forward] = splitSeasons(values, [7], spans).components;
  const [backward] = splitSeasons(values.toReversed(), [7], spans).components;
  assertClose(backward.toReversed(), forward, ROUNDING);
});

test('a replay takes the seasons of each origin from what lies before it', () => {
  const values = sales(150, 20, 5);
  const fit = fitted(mstl(ses), values);
  const rows = fit.replay(Int32Array.of(5, 60, 100, 150), 7);
  const changed = values.map((value, t) => (t < 100 ? value : 5 * value));
  const again = fit.replay(Int32Array.of(5, 60, 100), 7, { values: changed, season: 7 });
  assert.deepEqual(again, rows.slice(0, 21));
  assert.deepEqual(rows.slice(21), fit.forecast(7));
});

test('sample paths carry the seasons', () => {
  const fit = fitted(mstl(naive), both(210));
  const flat = fit.simulate!(14, 1, () => 0.25);
  assertClose(flat, fit.forecast(14), 1e-6);
});

/** Errors of the forecasts of a year of weeks' means, which noise of half their size was added to. */
function errorsOf(model: Model, values: Float64Array, means: Float64Array, seasons: number[]): number {
  const fit = model.fit({ values, season: 7, seasons });
  assert.ok(!isFailure(fit));
  return fit
    .forecast(means.length)
    .reduce((sum, value, h) => sum + (value - means[h]) ** 2 / means.length, 0);
}

test('on noisy sales seasons are smoothed more than usual, and forecasts are nearer to what is behind the noise', () => {
  const random = randomStream(8);
  const noisy = both(728).map((value) => value + 30 * (random() - 0.5));
  const means = both(728 + 28).subarray(728);
  const chosen = errorsOf(mstl(ses), noisy, means, [91]);
  const usual = errorsOf(mstl(ses, asInR), noisy, means, [91]);
  // The noise has a variance of 75, of which each component that follows it lets some through.
  assert.ok(chosen < 0.5 * usual, `${chosen} against ${usual}`);
});

test('a season that changes from year to year keeps the usual window', () => {
  const { values } = fromR.find(({ name }) => name === 'AirPassengers')!;
  const { parameters } = fitted(mstl(naive), values, 12);
  assert.deepEqual([parameters.cycles12, parameters.phases12], [11, 1]);
});

test('what a value weighs in its own smoothed one is what it moves it by', () => {
  const values = Float64Array.from({ length: 40 }, (_, t) => Math.sin(t) + t / 9);
  for (const span of [
    { window: 7, degree: 1, jump: 1 },
    { window: 15, degree: 0, jump: 4 },
    { window: 99, degree: 1, jump: 10 },
  ] as const) {
    const smoother = loess(40, span);
    const own = ownWeights(smoother);
    const smoothed = (history: Float64Array): Float64Array => {
      const out = new Float64Array(40);
      smoothLoess(smoother, history, out);
      return out;
    };
    const plain = smoothed(values);
    for (const t of [0, 1, 5, 18, 37, 39]) {
      const moved = smoothed(values.map((value, at) => (at === t ? value + 1 : value)));
      assert.ok(Math.abs(moved[t] - plain[t] - own[t]) < 1e-12);
    }
  }
});

test('loess draws a straight line through a straight line, at every place and beyond the ends', () => {
  const smoother = loess(30, { window: 9, degree: 1, jump: 3 }, true);
  const out = new Float64Array(32);
  smoothLoess(
    smoother,
    Float64Array.from({ length: 30 }, (_, t) => 4 + 2 * t),
    out,
  );
  assertClose(
    out,
    Array.from({ length: 32 }, (_, t) => 2 + 2 * t),
    1e-12,
  );
});

test('a season that is nothing but noise is not taken out', () => {
  const random = randomStream(4);
  const noise = Float64Array.from({ length: 300 }, () => random());
  const fit = fitted(mstl(ses), noise);
  assert.equal(fit.parameters.cycles7, undefined);
  assert.deepEqual(fit.forecast(5), fitted(ses, noise, 1).forecast(5));
});
