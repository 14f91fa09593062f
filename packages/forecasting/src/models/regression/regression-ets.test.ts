import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isFailure, type SeriesInput } from '../../contract.ts';
import { randomStream } from '../../kernels/random.ts';
import { regressionEts } from './regression-ets.ts';

const HORIZON = 28;

/** Three years of days with promotions (+40 %), a feast (+80 %, once a year), a price ratio and closed Sundays. */
function shop(length: number, seed = 7): SeriesInput {
  const random = randomStream(seed);
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const days = length + HORIZON;
  const promotion = Float64Array.from({ length: days }, (_, t) => (Math.floor(t / 7) % 3 === 0 ? 1 : 0));
  const feast = Float64Array.from({ length: days }, (_, t) => (t % 365 === 100 ? 1 : 0));
  const price = Float64Array.from({ length: days }, (_, t) => (t % 97 < 20 ? 0.8 : 1));
  const never = Float64Array.from({ length: days }, (_, t) => (t >= length + 3 ? 1 : 0));
  let level = Math.log(200);
  const values = Float64Array.from({ length }, (_, t) => {
    level += 0.01 * normal();
    const log =
      level +
      0.2 * Math.sin((2 * Math.PI * t) / 7) +
      Math.log(1.4) * promotion[t] +
      Math.log(1.8) * feast[t] -
      1.5 * Math.log(price[t]);
    return t % 7 === 6 ? Number.NaN : Math.exp(log + 0.05 * normal());
  });
  return {
    values,
    season: 7,
    known: { names: ['promotion', 'feast', 'price', 'never'], columns: [promotion, feast, price, never] },
  };
}

function fit(series: SeriesInput) {
  const fitted = regressionEts.fit(series);
  assert.ok(!isFailure(fitted));
  return fitted;
}

test('a promotion that is switched on and off ahead moves the forecast by its effect', () => {
  const series = shop(1095);
  const promoted = (value: number): number => {
    const columns = series.known?.columns.map((column) => column.slice()) ?? [];
    columns[0].fill(value, 1095);
    return fit({ ...series, known: { names: series.known?.names ?? [], columns } })
      .forecast(HORIZON)
      .reduce((sum, mean) => sum + mean, 0);
  };
  // 3 %: about twice the standard error of a mean effect over some 300 promoted days with errors of 5 %.
  assert.ok(Math.abs(promoted(1) / promoted(0) / 1.4 - 1) < 0.03, `${promoted(1) / promoted(0)}`);
});

test('an event that never happened changes nothing ahead', () => {
  const series = shop(1095);
  const without = {
    names: ['promotion', 'feast', 'price'],
    columns: series.known?.columns.slice(0, 3) ?? [],
  };
  assert.deepEqual(fit(series).forecast(HORIZON), fit({ ...series, known: without }).forecast(HORIZON));
});

test('without columns and without a season there is nothing to regress on, and that is named', () => {
  const outcome = regressionEts.fit({
    values: Float64Array.from({ length: 50 }, (_, t) => t % 5),
    season: 1,
  });
  assert.deepEqual(outcome, { cause: 'no-covariates' });
});

test('a replay over a longer history uses its covariates ahead of each origin, and nothing of its values ahead', () => {
  const whole = shop(1095);
  const columns = whole.known?.columns ?? [];
  const names = whole.known?.names ?? [];
  const cut = {
    ...whole,
    values: whole.values.slice(0, 900),
    known: { names, columns: columns.map((column) => column.slice(0, 900 + HORIZON)) },
  };
  const fitted = fit(cut);
  const rows = fitted.replay(Int32Array.of(900, 1000), HORIZON, whole);
  const start = fitted.forecast(HORIZON);
  // 1e-12: the same sums, begun anew in the replay.
  for (let h = 0; h < HORIZON; h++) assert.ok(Math.abs(rows[h] / start[h] - 1) < 1e-12);
  const spoiled = { ...whole, values: whole.values.map((value, t) => (t < 1000 ? value : 9 * value)) };
  assert.deepEqual(fitted.replay(Int32Array.of(900, 1000), HORIZON, spoiled), rows);
});
