import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type FittedModel, isFailure, type Model, type SeriesInput } from '../../contract.ts';
import { randomStream } from '../../kernels/chance/random.ts';
import { assertClose } from '../../testing/close.ts';
import { sales } from '../../testing/series.ts';
import { shop, shopEffects, withColumn } from '../../testing/shop.ts';
import { regressionArima } from './regression-arima.ts';
import { regressionEts } from './regression-ets.ts';

const HORIZON = 28;
const DAYS = 1095;

function fit(model: Model, series: SeriesInput, warmStart?: FittedModel): FittedModel {
  const fitted = model.fit(series, warmStart);
  assert.ok(!isFailure(fitted), `${model.name} failed`);
  return fitted;
}

function total(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0);
}

for (const model of [regressionEts, regressionArima]) {
  const series = shop(DAYS, HORIZON, 7);
  const usual = fit(model, series);

  test(`${model.name}: columns set ahead move the forecast by the effects that made the series`, () => {
    const ahead = (index: number, value: number): number =>
      total(fit(model, withColumn(series, index, DAYS, value)).forecast(HORIZON));
    // 3 %: twice the standard error of a level over some 300 promoted days around which the walk moves.
    assert.ok(Math.abs(ahead(0, 1) / ahead(0, 0) / (1 + shopEffects.promotion) - 1) < 0.03);
    assert.ok(Math.abs(ahead(2, Math.log(0.8)) / ahead(2, 0) / 0.8 ** shopEffects.elasticity - 1) < 0.03);
    // 12 %: three days of a feast, errors of 5 % each, and what shrinkage takes.
    assert.ok(Math.abs(ahead(1, 1) / ahead(1, 0) / (1 + shopEffects.feast) - 1) < 0.12);
  });

  test(`${model.name}: a column that never moved in the history changes nothing ahead`, () => {
    const known = {
      names: ['promotion', 'feast', 'price'],
      columns: series.known?.columns.slice(0, 3) ?? [],
    };
    assert.deepEqual(fit(model, { ...series, known }).forecast(HORIZON), usual.forecast(HORIZON));
  });

  test(`${model.name}: columns that are not known ahead count as their mean, and a price never seen as one near what was`, () => {
    const unknown = fit(model, withColumn(series, 0, DAYS, Number.NaN)).forecast(HORIZON);
    const on = fit(model, withColumn(series, 0, DAYS, 1)).forecast(HORIZON);
    const off = fit(model, withColumn(series, 0, DAYS, 0)).forecast(HORIZON);
    unknown.forEach((mean, h) => {
      assert.ok(off[h] < mean && mean < on[h]);
    });
    // Seen: log 0.8 to 0. Half of that width further down is as far as an effect goes.
    const edge = fit(model, withColumn(series, 2, DAYS, 1.5 * Math.log(0.8))).forecast(HORIZON);
    const beyond = fit(model, withColumn(series, 2, DAYS, -9)).forecast(HORIZON);
    assertClose(beyond, edge, 1e-12);
  });

  test(`${model.name}: twice the same column and a constant one forecast what the column alone does`, () => {
    const { names, columns } = series.known ?? { names: [], columns: [] };
    const known = {
      names: [...names, 'again', 'constant'],
      columns: [...columns, columns[0], columns[0].map(() => 3)],
    };
    // 1 %: a column given twice has a prior of twice the variance.
    assertClose(fit(model, { ...series, known }).forecast(HORIZON), usual.forecast(HORIZON), 0.01);
  });

  test(`${model.name}: a replay over a longer history uses its covariates ahead of an origin, and none of its values`, () => {
    const columns = series.known?.columns.map((column) => column.slice(0, 900 + HORIZON)) ?? [];
    const cut = {
      ...series,
      values: series.values.slice(0, 900),
      known: { names: series.known?.names ?? [], columns },
    };
    const early = fit(model, cut);
    const origins = Int32Array.of(900, 1000);
    const rows = early.replay(origins, HORIZON, series);
    // 1e-9: the same states reached again.
    assertClose(rows.subarray(0, HORIZON), early.forecast(HORIZON), 1e-9);
    const spoiled = { ...series, values: series.values.map((value, t) => (t < 1000 ? value : 9 * value)) };
    assertClose(early.replay(origins, HORIZON, spoiled), rows, 1e-12);
    const promoted = early.replay(origins, HORIZON, withColumn(series, 0, 1000, 1));
    assert.ok(total(promoted.subarray(HORIZON)) > 1.1 * total(rows.subarray(HORIZON)));
  });

  test(`${model.name}: a warm start forecasts what a cold one does`, () => {
    const columns = series.known?.columns.map((column) => column.slice(0, 1000 + HORIZON)) ?? [];
    const earlier = fit(model, {
      ...series,
      values: series.values.slice(0, 1000),
      known: { names: series.known?.names ?? [], columns },
    });
    // 1.5 %: a third of an error's standard deviation.
    assertClose(fit(model, series, earlier).forecast(HORIZON), usual.forecast(HORIZON), 0.015);
  });

  test(`${model.name}: sample paths have the forecast for their mean and its deviations around it`, () => {
    const paths = 4000;
    const drawn = usual.simulate?.(HORIZON, paths, randomStream(5)) ?? new Float64Array(0);
    const mean = usual.forecast(HORIZON);
    const deviations = usual.deviations?.(HORIZON) ?? new Float64Array(0);
    for (const h of [0, 6, HORIZON - 1]) {
      const values = Float64Array.from({ length: paths }, (_, p) => drawn[p * HORIZON + h]);
      const average = total(values) / paths;
      const spread = Math.sqrt(values.reduce((sum, value) => sum + (value - average) ** 2, 0) / paths);
      // Four standard errors of a mean of 4,000; 6 % for the spread, which is another 1.1 % and the normal tails' difference.
      assert.ok(Math.abs(average - mean[h]) < (4 * spread) / Math.sqrt(paths), `mean ${h}`);
      assert.ok(Math.abs(spread / deviations[h] - 1) < 0.06, `deviation ${h}: ${spread / deviations[h]}`);
    }
  });

  test(`${model.name}: four times the sales give four times the forecast`, () => {
    const scaled = fit(model, { ...series, values: series.values.map((value) => 4 * value) });
    // 1e-6: searches stop where they no longer gain, and rounding may move where that is.
    assertClose(
      scaled.forecast(HORIZON),
      usual.forecast(HORIZON).map((value) => 4 * value),
      1e-6,
    );
  });

  test(`${model.name}: odd histories give finite forecasts within twice what was seen, or a cause`, () => {
    const columns = [Float64Array.from({ length: 300 }, (_, t) => t % 5)];
    const odd: Record<string, ArrayLike<number>> = {
      none: [],
      one: [5],
      two: [4, 6],
      ten: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
      constant: new Float64Array(100).fill(5),
      zeros: new Float64Array(100),
      huge: sales(120, 20, 6).map((value) => value * 1e12),
      tiny: sales(120, 20, 6).map((value) => value * 1e-12),
      beyond: sales(120, 20, 6).map((value) => value * 1e200),
      returns: sales(200, 2, 9).map((value, t) => (t % 5 === 0 ? -3 : value)),
      outlier: sales(200, 10, 8).map((value, t) => (t === 150 ? 10_000 : value)),
      closed: sales(200, 10, 8).map((value, t) => (t > 20 ? Number.NaN : value)),
      sparse: sales(200, 0.05, 8),
    };
    for (const [name, values] of Object.entries(odd))
      for (const known of [undefined, { names: ['column'], columns }]) {
        const fitted = model.fit({ values: Float64Array.from(values), season: 7, known });
        if (isFailure(fitted)) continue;
        const finite = Array.from(values).filter(Number.isFinite);
        const highest = Math.max(...finite);
        const bound = highest + (highest - Math.min(...finite));
        const mean = fitted.forecast(HORIZON);
        assert.ok(
          mean.every((value) => Number.isFinite(value) && value <= bound * (1 + 1e-12)),
          `${name}: ${mean}`,
        );
        const drawn = fitted.simulate?.(HORIZON, 5, randomStream(1));
        assert.ok(drawn?.every(Number.isFinite) && fitted.deviations?.(HORIZON).every(Number.isFinite), name);
      }
  });

  test(`${model.name}: without columns and without a season there is nothing to regress on, and that is named`, () => {
    const values = Float64Array.from({ length: 50 }, (_, t) => t % 5);
    assert.deepEqual(model.fit({ values, season: 1 }), { cause: 'no-covariates' });
    assert.deepEqual(model.fit({ values: values.fill(Number.NaN), season: 7 }), { cause: 'no-observations' });
    assert.deepEqual(model.fit({ values: values.subarray(0, 4).fill(1), season: 7 }), {
      cause: 'history-too-short',
    });
  });
}
