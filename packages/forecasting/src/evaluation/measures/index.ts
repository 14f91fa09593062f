/** Measures of forecasts: one function each, over many series as flat arrays. */
export { crpsFromQuantiles, crpsFromSamples } from './crps.ts';
export { type HierarchyLevel, levelOf, type M5Codes, m5Levels, sumRows } from './hierarchy.ts';
export { coverage, winkler } from './interval-scores.ts';
export { meanPit, randomisedPit } from './pit.ts';
export { bias, mae, rmse, smape, wape } from './point-errors.ts';
export { pinball, scaledQuantileLoss, wql } from './quantile-losses.ts';
export { mase, rmsse } from './scaled-errors.ts';
export type { Histories } from './series.ts';
export { valueAdded } from './value-added.ts';
export { type HierarchyScore, M5_QUANTILES, wrmsse, wspl } from './weighted-scores.ts';
