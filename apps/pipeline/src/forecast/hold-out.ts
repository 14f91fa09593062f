import { type ForecastPlan, forecastPanel, type Panel } from '@shelfcast/forecasting';
import { type AccuracySums, noSums } from '@shelfcast/shards';
import { NAIVE } from './naive.ts';

/**
 * Forecasts the last horizon of some series from what came before it, with the model chosen from that alone, and compares. What
 * a model gains by being chosen with hindsight is not in these sums, and the intervals are met by values they have not seen.
 */
export function holdOut(
  panel: Panel,
  plan: ForecastPlan,
  picked: (series: number) => boolean,
  onSeries?: () => void,
): AccuracySums {
  const { horizon, season, quantiles } = plan;
  const { offsets, values } = panel;
  // Two seasons to learn from at least: with less, there is no choice to measure.
  const shortest = horizon + Math.max(2 * season, 4);
  const chosen: number[] = [];
  for (let i = 0; i < offsets.length - 1; i++) {
    if (picked(i) && offsets[i + 1] - offsets[i] >= shortest) chosen.push(i);
  }
  const sums = noSums();
  if (chosen.length === 0) return sums;
  const known = withoutLastHorizon(panel, chosen, horizon);
  const forecast = forecastPanel(known, plan, onSeries);
  const naive = forecastPanel(known, { ...plan, models: [NAIVE], quantiles: [] });
  const intervals = centralIntervals(quantiles);
  for (const { share } of intervals) sums.inside[share] = 0;
  chosen.forEach((series, s) => {
    let observed = 0;
    for (let k = 0; k < horizon; k++) {
      const actual = values[offsets[series + 1] - horizon + k];
      if (Number.isNaN(actual)) continue;
      observed += 1;
      const at = s * horizon + k;
      const error = forecast.mean[at] - actual;
      sums.error += error;
      sums.absoluteError += Math.abs(error);
      sums.actual += Math.abs(actual);
      sums.naiveAbsoluteError += Math.abs(naive.mean[at] - actual);
      for (const { share, low, high } of intervals) {
        const level = at * quantiles.length;
        if (
          forecast.quantileValues[level + low] <= actual &&
          actual <= forecast.quantileValues[level + high]
        ) {
          sums.inside[share] += 1;
        }
      }
    }
    sums.observations += observed;
    sums.series += observed > 0 ? 1 : 0;
  });
  return sums;
}

/** The central intervals that a plan's quantiles span: 0.05 and 0.95 span '0.9'. Indices into the quantiles. */
export function centralIntervals(
  quantiles: readonly number[],
): { readonly share: string; readonly low: number; readonly high: number }[] {
  return quantiles.flatMap((quantile, low) => {
    const high = quantiles.findIndex((other) => Math.abs(1 - quantile - other) < 1e-9);
    return quantile < 0.5 && high >= 0
      ? [{ share: String(Number((1 - 2 * quantile).toFixed(6))), low, high }]
      : [];
  });
}

/** A panel of the chosen series that ends a horizon earlier; what is known of the held-out horizon stays known. */
export function withoutLastHorizon(panel: Panel, chosen: readonly number[], horizon: number): Panel {
  const { offsets, values, known, common } = panel;
  const lengths = chosen.map((i) => offsets[i + 1] - offsets[i] - horizon);
  const kept = new Uint32Array(chosen.length + 1);
  lengths.forEach((length, s) => {
    kept[s + 1] = kept[s] + length;
  });
  const history = new Float64Array(kept[chosen.length]);
  chosen.forEach((i, s) => {
    history.set(values.subarray(offsets[i], offsets[i] + lengths[s]), kept[s]);
  });
  const columns = known?.columns.map((column) => {
    const part = new Float64Array(history.length + chosen.length * horizon);
    chosen.forEach((i, s) => {
      const from = offsets[i] + i * horizon;
      part.set(column.subarray(from, from + lengths[s] + horizon), kept[s] + s * horizon);
    });
    return part;
  });
  return {
    values: history,
    offsets: kept,
    known: known && columns && { names: known.names, columns },
    common: common && { ...common, starts: Uint32Array.from(chosen, (i) => common.starts[i]) },
  };
}
