import type { ChoiceReason, Criterion } from '../contract.ts';
import type { Trial } from './backtest.ts';
import { lossOf } from './criterion.ts';

/** A trial and why it is used. */
export interface Choice {
  readonly trial: Trial;
  readonly reason: ChoiceReason;
}

/**
 * The candidate that lost least over the rolling origins by the criterion; of equals the first. It is used only where it beats
 * seasonal naive. By default losses are squared errors, which within one series is the order of RMSSE; not absolute ones, because
 * those draw forecasts of slow items to zero.
 *
 * @param candidates at least one
 * @param seasonalNaive undefined where it could not be tested
 */
export function choose(
  candidates: readonly Trial[],
  seasonalNaive: Trial | undefined,
  criterion?: Criterion,
): Choice {
  const loss = ({ score }: Trial): number => lossOf(score, criterion);
  const best = candidates.reduce((least, trial) => (loss(trial) < loss(least) ? trial : least));
  if (seasonalNaive !== undefined && loss(best) >= loss(seasonalNaive))
    return { trial: seasonalNaive, reason: 'naive-won' };
  return { trial: best, reason: 'best-in-backtest' };
}
