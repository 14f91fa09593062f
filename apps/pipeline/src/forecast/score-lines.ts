import type { ModelScore, SeriesOutcome } from '@shelfcast/forecasting';
import type { AccuracySums, ScoreLine } from '@shelfcast/shards';
import { NAIVE } from './naive.ts';
import { publishedNumber } from './published-number.ts';

/** A score as it is shown: rates instead of sums. */
export function scoreLine(score: ModelScore): ScoreLine {
  return {
    model: score.model,
    wape: rate(score.absoluteError, score.actual),
    rmsse: shown(score.rmsse),
    mae: shown(score.mae),
    bias: rate(score.error, score.actual),
    coverage80: shown(score.coverage80),
    naive: score.model === NAIVE,
  };
}

/** Adds the chosen model's and seasonal naive's backtest errors of a series, where both were tested. */
export function addBacktest(sums: AccuracySums, outcome: SeriesOutcome): void {
  const chosen = outcome.scores.find((score) => score.model === outcome.model);
  const naive = outcome.scores.find((score) => score.model === NAIVE);
  if (!chosen || !naive || chosen.observations === 0) return;
  sums.series += 1;
  sums.observations += chosen.observations;
  sums.absoluteError += chosen.absoluteError;
  sums.error += chosen.error;
  sums.actual += chosen.actual;
  sums.naiveAbsoluteError += naive.absoluteError;
  if (!Number.isNaN(chosen.coverage80)) {
    sums.inside['0.8'] = (sums.inside['0.8'] ?? 0) + chosen.coverage80 * chosen.observations;
  }
}

function rate(sum: number, actual: number): number | null {
  return actual > 0 ? publishedNumber(sum / actual) : null;
}

function shown(value: number): number | null {
  return Number.isFinite(value) ? publishedNumber(value) : null;
}
