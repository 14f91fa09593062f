import type { ModelScore } from '@shelfcast/forecasting';
import type { ScoreLine } from '@shelfcast/shards';
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

function rate(sum: number, actual: number): number | null {
  return actual > 0 ? publishedNumber(sum / actual) : null;
}

function shown(value: number): number | null {
  return Number.isFinite(value) ? publishedNumber(value) : null;
}
