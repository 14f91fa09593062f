import type { SeriesSummary } from '@shelfcast/serving';
import type { Label, ShardForecasts } from '@shelfcast/shards';
import { NAIVE } from '../forecast/naive.ts';
import { attentionOf } from './attention.ts';

/** The narrow row of a series, for lists, sorting and search. */
export function summaryOf(label: Label, forecasts: ShardForecasts, i: number): SeriesSummary {
  const { product, location } = label;
  if (!product || !location) throw new TypeError('Only series have summaries.');
  const detail = forecasts.details[i];
  const chosen = detail.scores.find((score) => score.model === detail.model);
  const naive = detail.scores.find((score) => score.model === NAIVE);
  const totalMean = forecasts.totalMean[i];
  return {
    series: label.key,
    product,
    location,
    model: detail.model,
    reason: detail.reason,
    naiveWon: detail.reason === 'naive-won',
    totalMean,
    totalLow: totalQuantile(forecasts, i, 0.1),
    totalHigh: totalQuantile(forecasts, i, 0.9),
    totalLastHorizon: detail.totalLastHorizon,
    totalLastYear: detail.totalLastYear,
    wape: chosen?.wape ?? null,
    naiveWape: naive?.wape ?? null,
    bias: chosen?.bias ?? null,
    coverage80: chosen?.coverage80 ?? null,
    attention: attentionOf(totalMean, detail, chosen),
    failures: detail.failures,
  };
}

function totalQuantile({ quantiles, totalQuantiles }: ShardForecasts, i: number, level: number): number {
  return totalQuantiles[i * quantiles.length + quantiles.indexOf(level)];
}
