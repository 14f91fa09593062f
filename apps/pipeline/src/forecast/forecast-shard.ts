import type { Frequency } from '@shelfcast/domain';
import { type ForecastPlan, forecastPanel, type SeriesOutcome } from '@shelfcast/forecasting';
import type {
  AccuracySums,
  ResultCounts,
  RunCalendars,
  SeriesDetail,
  Shard,
  ShardForecasts,
} from '@shelfcast/shards';
import { totalLastHorizon, totalLastYear } from './history-totals.ts';
import { holdOut } from './hold-out.ts';
import { publishedNumber, publishNumbers } from './published-number.ts';
import { scoreLine } from './score-lines.ts';
import { toPanel } from './to-panel.ts';

export interface ForecastShard {
  readonly forecasts: ShardForecasts;
  readonly counts: ResultCounts;
  readonly holdout: AccuracySums;
}

/** What upper levels carry of their past, so that an overview needs no history of its own. */
const PAST_PERIODS = 730;

/** Fits, backtests, selects and forecasts every series of a shard. A pure function of its arguments. */
export function forecastShard(
  shard: Shard,
  plan: ForecastPlan,
  calendars: RunCalendars,
  options: {
    readonly frequency: Frequency;
    readonly holdOutPicked: (series: number) => boolean;
    /** Called after each series with the number done so far; what it throws goes through. */
    readonly onSeries?: (done: number) => void;
  },
): ForecastShard {
  const panel = toPanel(shard, calendars);
  const forecast = forecastPanel(panel, plan, options.onSeries);
  const counts: ResultCounts = { models: {}, reasons: {}, failures: {} };
  const details = forecast.outcomes.map((outcome, i) => {
    count(counts, outcome);
    const history = shard.values.subarray(shard.offsets[i], shard.offsets[i + 1]);
    const closed = shard.closed.subarray(i * shard.horizon, (i + 1) * shard.horizon);
    return detail(outcome, history, closed, shard, options.frequency);
  });
  return {
    forecasts: {
      keys: shard.keys,
      horizon: shard.horizon,
      quantiles: forecast.quantiles,
      mean: publishNumbers(forecast.mean),
      quantileValues: publishNumbers(forecast.quantileValues),
      closed: shard.closed,
      totalMean: publishNumbers(forecast.totalMean),
      totalQuantiles: publishNumbers(forecast.totalQuantiles),
      details,
    },
    counts,
    holdout: holdOut(panel, plan, options.holdOutPicked, () => options.onSeries?.(shard.keys.length)),
  };
}

function detail(
  outcome: SeriesOutcome,
  history: Float64Array,
  closed: Uint8Array,
  shard: Shard,
  frequency: Frequency,
): SeriesDetail {
  const total = (sum: number | null): number | null => (sum === null ? null : publishedNumber(sum));
  return {
    model: outcome.model,
    reason: outcome.reason,
    // A scoreboard: best first, what could not be measured last.
    scores: outcome.scores.map(scoreLine).sort((a, b) => (a.wape ?? Infinity) - (b.wape ?? Infinity) || 0),
    failures: outcome.failures.map(({ model, cause }) => ({ model, cause })),
    totalLastHorizon: total(totalLastHorizon(history, closed)),
    totalLastYear: total(totalLastYear(history, closed, frequency)),
    past:
      shard.level === 'series'
        ? null
        : Array.from(history.subarray(-PAST_PERIODS), (units) =>
            Number.isNaN(units) ? null : publishedNumber(units),
          ),
  };
}

function count(counts: ResultCounts, outcome: SeriesOutcome): void {
  const add = (to: Record<string, number>, name: string): void => {
    to[name] = (to[name] ?? 0) + 1;
  };
  add(counts.models, outcome.model);
  add(counts.reasons, outcome.reason);
  for (const cause of new Set(outcome.failures.map((failure) => failure.cause))) add(counts.failures, cause);
}
