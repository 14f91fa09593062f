import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { PanelForecast } from '../contract.ts';
import { assertClose } from '../testing/close.ts';
import { assertSound, weekly } from '../testing/panel-forecast.ts';
import { panelOf } from '../testing/series.ts';
import { forecastPanel } from './forecast-panel.ts';

const RUNS = { numRuns: 60 };

const count = fc.oneof(
  { weight: 3, arbitrary: fc.constant(0) },
  { weight: 6, arbitrary: fc.integer({ min: 0, max: 30 }) },
  { weight: 1, arbitrary: fc.constant(Number.NaN) },
);
const anySeries = fc.array(
  fc.oneof(
    { weight: 8, arbitrary: count },
    { weight: 1, arbitrary: fc.double({ min: 0, max: 1e12, noNaN: true }) },
  ),
  { maxLength: 90 },
);

test('any series of sales, holes and all, gets finite, ordered forecasts that are not negative', () => {
  fc.assert(
    fc.property(fc.array(anySeries, { maxLength: 3 }), fc.integer({ min: 1, max: 30 }), (series, horizon) => {
      assertSound(forecastPanel(panelOf(...series), { ...weekly, horizon }));
    }),
    RUNS,
  );
});

test('any season and number of origins is served', () => {
  const plan = fc.record({
    season: fc.integer({ min: 1, max: 60 }),
    origins: fc.integer({ min: 1, max: 8 }),
    horizon: fc.integer({ min: 1, max: 40 }),
  });
  fc.assert(
    fc.property(anySeries, plan, (series, asked) => {
      assertSound(forecastPanel(panelOf(series), { ...weekly, ...asked }));
    }),
    RUNS,
  );
});

const longSeries = fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 30, maxLength: 90 });

function numbersOf(forecast: PanelForecast): number[] {
  const { mean, quantileValues, totalMean, totalQuantiles } = forecast;
  return [...mean, ...quantileValues, ...totalMean, ...totalQuantiles];
}

test('four times the sales give four times the forecast, quantiles and totals included', () => {
  fc.assert(
    fc.property(longSeries, (series) => {
      const plain = forecastPanel(panelOf(series), weekly);
      const scaled = forecastPanel(panelOf(series.map((value) => value * 4)), weekly);
      assert.equal(scaled.outcomes[0].model, plain.outcomes[0].model);
      // Totals are sampled with a seed made of the values, so other values draw other paths.
      const steps = ({ mean, quantileValues }: PanelForecast): number[] => [...mean, ...quantileValues];
      assertClose(
        steps(scaled),
        steps(plain).map((value) => value * 4),
        1e-9,
      );
    }),
    RUNS,
  );
});

/** Croston-SBA and TSB tell zero from demand: for them a shift is another series. */
const SHIFTABLE = ['seasonal-naive', 'naive', 'window-average', 'ses', 'holt-winters'];

test('a constant added to values that may be negative is added to the forecast', () => {
  fc.assert(
    fc.property(longSeries, (series) => {
      const plan = { ...weekly, models: SHIFTABLE, nonNegative: false };
      const away = series.map((value) => value + 64);
      const plain = forecastPanel(panelOf(away), plan);
      const shifted = forecastPanel(panelOf(away.map((value) => value + 1024)), plan);
      assert.equal(shifted.outcomes[0].model, plain.outcomes[0].model);
      // 1e-6: sums of squares around 1,000 lose six digits more than those around 60.
      assertClose(
        shifted.mean,
        plain.mean.map((value) => value + 1024),
        1e-6,
      );
      assertClose(
        shifted.quantileValues,
        plain.quantileValues.map((value) => value + 1024),
        1e-6,
      );
    }),
    RUNS,
  );
});

test('the same panel gives the same numbers again, bit for bit', () => {
  fc.assert(
    fc.property(longSeries, (series) => {
      const panel = panelOf(series);
      assert.deepEqual(numbersOf(forecastPanel(panel, weekly)), numbersOf(forecastPanel(panel, weekly)));
    }),
    { numRuns: 10 },
  );
});
