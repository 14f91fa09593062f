import assert from 'node:assert/strict';
import type { ForecastPlan, PanelForecast } from '../contract.ts';

/** What most tests ask for. */
export const weekly: ForecastPlan = {
  horizon: 14,
  season: 7,
  quantiles: [0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95],
  models: 'auto',
  origins: 3,
};

/** What holds for any forecast of sales: every number finite and not negative, quantiles in order, names known. */
export function assertSound(forecast: PanelForecast): void {
  const { count, horizon, quantiles, mean, quantileValues, totalMean, totalQuantiles, outcomes } = forecast;
  assert.deepEqual(
    [mean.length, quantileValues.length, totalMean.length, totalQuantiles.length, outcomes.length],
    [count * horizon, count * horizon * quantiles.length, count, count * quantiles.length, count],
  );
  for (const numbers of [mean, quantileValues, totalMean, totalQuantiles])
    assert.ok(numbers.every((number) => Number.isFinite(number) && number >= 0));
  for (const numbers of [quantileValues, totalQuantiles])
    for (let at = 0; at < numbers.length; at++)
      assert.ok(at % quantiles.length === 0 || numbers[at] >= numbers[at - 1], `quantiles cross at ${at}`);
  for (let i = 0; i < count; i++) {
    const sum = mean.slice(i * horizon, (i + 1) * horizon).reduce((total, value) => total + value, 0);
    assert.ok(Math.abs(sum - totalMean[i]) <= 1e-9 * sum);
  }
}
