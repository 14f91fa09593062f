import type { Model, SeriesInput } from '../contract.ts';
import { classify } from '../evaluation/classify.ts';
import { autoCes } from './ces/auto-ces.ts';
import { combinationOf } from './combination/combination.ts';
import { autoDampedEts } from './ets/auto-damped-ets.ts';
import { autoEts } from './ets/auto-ets.ts';
import { holtWinters } from './ets/holt-winters.ts';
import { crostonSba } from './intermittent/croston-sba.ts';
import { imapa } from './intermittent/imapa.ts';
import { tsb } from './intermittent/tsb.ts';
import { mstl } from './mstl/mstl.ts';
import { regressionEts } from './regression/regression-ets.ts';
import { seasonalNaive } from './simple/seasonal-naive.ts';
import { windowAverage } from './simple/window-average.ts';
import { autoTheta } from './theta/auto-theta.ts';
import { dynamicOptimizedTheta } from './theta/dynamic-optimized-theta.ts';

/**
 * What `auto` combines. On windows before those that are reported (M5 origins d_1773, d_1801 and d_1829; on the other data sets the two windows before
 * the last) a combination did as well as the best single model or better, and choosing one model by series did worse than both: the
 * tests of one series tell too little.
 */

/** Long histories: four models that go wrong in different ways, none of which can run away. */
const longPool = [autoDampedEts, autoCes, tsb, windowAverage];

/** Months of the year, hours of the day: a season of twelve or more may grow with the level. */
const monthPool = [autoEts, autoCes, dynamicOptimizedTheta, windowAverage];

/** Some weeks or months of days: they are many, and cheap models do as well there as an automatic choice. */
const shortPool = [holtWinters, dynamicOptimizedTheta, tsb, crostonSba];

/** Weeks of the year, hours of the week: what doesn't model the season is out of the question. */
const longSeasonPool = [holtWinters, mstl(autoDampedEts)];

/** A few demands in all: levels only, and less of them. */
const rarePool = [windowAverage, imapa, autoTheta];

const long = combinationOf('weighted', longPool);
const longKnown = combinationOf('weighted', [...longPool, regressionEts]);
const month = combinationOf('weighted', monthPool);
const monthKnown = combinationOf('weighted', [...monthPool, regressionEts]);
const short = combinationOf('weighted', shortPool);
const shortKnown = combinationOf('weighted', [dynamicOptimizedTheta, tsb, crostonSba, regressionEts]);
const longSeason = combinationOf('weighted', [...longSeasonPool, regressionEts]);
const rare = combinationOf('rare', rarePool);

/** Above this exponential smoothing and Theta have more initial states than data can tell of. */
const LONGEST_SHORT_SEASON = 24;
/** Months have a season of 12; days of the week are fewer. */
const MONTHS = 12;
/** Half a year of days. */
const SHORT_PERIODS = 200;
/** With fewer demands neither a season nor a trend can be told from chance. */
const FEW_DEMANDS = 30;

/** What `auto` tries on a series: one combination, which the choice holds against seasonal naive. */
export function automaticFor(series: SeriesInput): readonly Model[] {
  return [combinationFor(series)];
}

function combinationFor({ values, season, known }: SeriesInput): Model {
  const kind = classify(values);
  if ((kind === 'intermittent' || kind === 'lumpy') && demandsIn(values) < FEW_DEMANDS) return rare;
  if (season > LONGEST_SHORT_SEASON && values.length > 2 * season) return longSeason;
  const covariates = known !== undefined && known.columns.length > 0;
  if (season >= MONTHS) return covariates ? monthKnown : month;
  if (values.length < SHORT_PERIODS) return covariates ? shortKnown : short;
  return covariates ? longKnown : long;
}

function demandsIn(values: Float64Array): number {
  let demands = 0;
  for (let t = 0; t < values.length; t++) if (Math.abs(values[t]) > 0) demands++;
  return demands;
}

/** All that `auto` may use, whatever the series. */
export const automatic: readonly Model[] = [
  seasonalNaive,
  ...new Set([...rarePool, ...shortPool, ...longPool, ...monthPool, ...longSeasonPool, regressionEts]),
  rare,
  short,
  shortKnown,
  long,
  longKnown,
  month,
  monthKnown,
  longSeason,
];
