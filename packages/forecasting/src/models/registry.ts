import type { Model } from '../contract.ts';
import { ForecastingError } from '../errors.ts';
import { arimaNamed } from './arima/arima-named.ts';
import { autoArima } from './arima/auto-arima.ts';
import { automatic } from './automatic.ts';
import { autoCes } from './ces/auto-ces.ts';
import { ces } from './ces/ces.ts';
import { fullSeasonalCes } from './ces/full-seasonal-ces.ts';
import { partialSeasonalCes } from './ces/partial-seasonal-ces.ts';
import { simpleSeasonalCes } from './ces/simple-seasonal-ces.ts';
import { combinationOf } from './combination/combination.ts';
import { parseCombinationName } from './combination/parse-name.ts';
import { autoDampedEts } from './ets/auto-damped-ets.ts';
import { autoEts } from './ets/auto-ets.ts';
import { dampedHolt } from './ets/damped-holt.ts';
import { holt } from './ets/holt.ts';
import { holtWinters } from './ets/holt-winters.ts';
import { holtWintersMultiplicative } from './ets/holt-winters-multiplicative.ts';
import { ses } from './ets/ses.ts';
import { adida } from './intermittent/adida.ts';
import { croston } from './intermittent/croston.ts';
import { crostonOptimized } from './intermittent/croston-optimized.ts';
import { crostonSba } from './intermittent/croston-sba.ts';
import { imapa } from './intermittent/imapa.ts';
import { tsb } from './intermittent/tsb.ts';
import { mstl } from './mstl/mstl.ts';
import { mstlNamed } from './mstl/mstl-named.ts';
import { regressionArima } from './regression/regression-arima.ts';
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
  holt,
  dampedHolt,
  holtWinters,
  holtWintersMultiplicative,
  theta,
  optimizedTheta,
  dynamicTheta,
  dynamicOptimizedTheta,
  ces,
  simpleSeasonalCes,
  partialSeasonalCes,
  fullSeasonalCes,
  autoDampedEts,
  autoEts,
  mstl(autoEts),
  autoTheta,
  autoCes,
  autoArima,
  regressionEts,
  regressionArima,
];

/** Names that a plan may ask for, alone or within `mean(…)`, `median(…)`, `weighted(…)` and `mstl(…)`. */
export const modelNames: readonly string[] = models.map((model) => model.name);

/**
 * The models with these names, in the registry's order, whatever the order asked for; then MSTLs and combinations, as asked for.
 * For `auto` all that the default choice may try; what it tries on a series depends on the series. Throws for a name that is
 * none.
 */
export function modelsNamed(names: 'auto' | readonly string[]): readonly Model[] {
  if (names === 'auto') return automatic;
  if (names.length === 0) throw new ForecastingError('unknown_model', 'The plan names no model.');
  const asked = new Set<Model>();
  const combinations = new Map<string, Model>();
  for (const name of names) {
    const parts = parseCombinationName(name);
    if (parts === undefined) {
      asked.add(singleNamed(name));
      continue;
    }
    const members = [...new Set(parts.members)].map(singleNamed);
    if (members.length < 2)
      throw new ForecastingError('unknown_model', `"${name}" combines fewer than two models.`);
    const combination = combinationOf(parts.combining, members);
    combinations.set(combination.name, combination);
  }
  const registered = models.filter((model) => asked.delete(model));
  return [...registered, ...asked, ...combinations.values()];
}

function singleNamed(name: string): Model {
  const found =
    models.find((model) => model.name === name) ?? arimaNamed(name) ?? mstlNamed(name, singleNamed);
  if (found) return found;
  throw new ForecastingError(
    'unknown_model',
    `There is no model "${name}". Models: auto, ${modelNames.join(', ')}; and mean(…), median(…), weighted(…) of several, mstl(…) of one of them; arima(p,d,q)(P,D,Q).`,
  );
}
