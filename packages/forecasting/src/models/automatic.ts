import type { Model, SeriesInput } from '../contract.ts';
import { combinationOf } from './combination/combination.ts';
import { holtWinters } from './ets/holt-winters.ts';
import { ses } from './ets/ses.ts';
import { tsb } from './intermittent/tsb.ts';
import { seasonalNaive } from './simple/seasonal-naive.ts';
import { dynamicOptimizedTheta } from './theta/dynamic-optimized-theta.ts';

const pool = [holtWinters, dynamicOptimizedTheta, ses, tsb];

export const automatic: readonly Model[] = [seasonalNaive, ...pool, combinationOf('weighted', pool)];

export function automaticFor(_series: SeriesInput): readonly Model[] {
  return automatic;
}
