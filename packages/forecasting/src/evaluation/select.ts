import type { ChoiceReason } from '../contract.ts';
import type { Trial } from './backtest.ts';

/** A trial and why it is used. */
export interface Choice {
  readonly trial: Trial;
  readonly reason: ChoiceReason;
}

/**
 * The candidate with the smallest mean squared error over the rolling origins, which within one series is the order of
 * RMSSE; of equals the first. It is used only where it beats seasonal naive. Squared, not absolute error, because the
 * latter draws forecasts of slow items to zero.
 *
 * @param candidates at least one
 * @param seasonalNaive undefined where it could not be tested
 */
export function choose(candidates: readonly Trial[], seasonalNaive: Trial | undefined): Choice {
  const best = candidates.reduce((least, trial) =>
    trial.score.squaredError < least.score.squaredError ? trial : least,
  );
  if (seasonalNaive !== undefined && best.score.squaredError >= seasonalNaive.score.squaredError)
    return { trial: seasonalNaive, reason: 'naive-won' };
  return { trial: best, reason: 'best-in-backtest' };
}
