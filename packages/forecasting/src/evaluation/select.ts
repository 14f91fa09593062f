import type { ChoiceReason, Criterion, SeriesInput } from '../contract.ts';
import type { Trial } from './backtest.ts';
import { lossOf, lossPower } from './criterion.ts';
import { absoluteError, squaredError } from './losses.ts';

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

/** Of the naive forecast's squared error against the combination's, at every refit: less is no accident of one window. */
const CLEARLY_LESS = 0.8;
/** Tests that reach over less than this many seasons can't tell whether a season repeats. */
const FEWEST_SEASONS = 2;

/**
 * The default choice: the combination, unless seasonal naive did clearly better, that is by a fifth at each refit on tests
 * that reach over at least two seasons. A combination is steadier than what it is judged by: where any lead of the
 * naive forecast decided, it was mostly a lead by chance, and cost 2 % on fresh goods and 6 % on spare parts.
 */
export function chooseCombined(
  combination: Trial,
  seasonalNaive: Trial | undefined,
  { values, season }: SeriesInput,
  criterion?: Criterion,
): Choice {
  const combined: Choice = { trial: combination, reason: 'combined' };
  if (seasonalNaive === undefined) return combined;
  if (values.length - combination.windows[0].origin < FEWEST_SEASONS * season) return combined;
  const power = lossPower(criterion);
  for (let refit = 0; refit < combination.fits.length; refit++)
    if (lossAt(refit, seasonalNaive, power) > CLEARLY_LESS * lossAt(refit, combination, power))
      return combined;
  return { trial: seasonalNaive, reason: 'naive-won' };
}

function lossAt(refit: number, { windows }: Trial, power: 1 | 2): number {
  let loss = 0;
  for (const window of windows)
    if (window.refit === refit)
      loss +=
        power === 2
          ? squaredError(window.actual, window.forecast)
          : absoluteError(window.actual, window.forecast);
  return loss;
}
