import type { Model } from '../contract.ts';
import { ForecastingError } from '../errors.ts';
import { holtWinters } from './ets/holt-winters.ts';
import { ses } from './ets/ses.ts';
import { adida } from './intermittent/adida.ts';
import { croston } from './intermittent/croston.ts';
import { crostonOptimized } from './intermittent/croston-optimized.ts';
import { crostonSba } from './intermittent/croston-sba.ts';
import { imapa } from './intermittent/imapa.ts';
import { tsb } from './intermittent/tsb.ts';
import { regressionEts } from './regression/regression-ets.ts';
import { drift } from './simple/drift.ts';
import { mean } from './simple/mean.ts';
import { naive } from './simple/naive.ts';
import { seasonalNaive } from './simple/seasonal-naive.ts';
import { seasonalWindowAverage } from './simple/seasonal-window-average.ts';
import { windowAverage } from './simple/window-average.ts';
import { autoTheta } from './theta/auto-theta.ts';
import { dynamicOptimizedTheta } from './theta/dynamic-optimized-theta.ts';
import { dynamicTheta } from './theta/dynamic-theta.ts';
import { optimizedTheta } from './theta/optimized-theta.ts';
import { theta } from './theta/theta.ts';

/** Every model, simplest first: of two that do equally well, the earlier one is used. */
const models: readonly Model[] = [
  seasonalNaive,
  naive,
  mean,
  drift,
  windowAverage,
  seasonalWindowAverage,
  ses,
  croston,
  crostonSba,
  crostonOptimized,
  tsb,
  adida,
  imapa,
  holtWinters,
  theta,
  optimizedTheta,
  dynamicTheta,
  dynamicOptimizedTheta,
  autoTheta,
  regressionEts,
];

/** What `auto` tries. Not every model: what it adds in accuracy must be worth its time. */
const automatic: readonly Model[] = [seasonalNaive, naive, windowAverage, ses, crostonSba, tsb, holtWinters];

/** Names that a plan may ask for. */
export const modelNames: readonly string[] = models.map((model) => model.name);

/** The models of a plan, in the registry's order, whatever the order asked for. Throws for a name that is none. */
export function modelsNamed(names: 'auto' | readonly string[]): readonly Model[] {
  if (names === 'auto') return automatic;
  for (const name of names)
    if (!modelNames.includes(name))
      throw new ForecastingError(
        'unknown_model',
        `There is no model "${name}". Models: auto, ${modelNames.join(', ')}.`,
      );
  if (names.length === 0) throw new ForecastingError('unknown_model', 'The plan names no model.');
  return models.filter((model) => names.includes(model.name));
}
