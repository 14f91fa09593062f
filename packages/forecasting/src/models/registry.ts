import type { Model } from '../contract.ts';
import { ForecastingError } from '../errors.ts';
import { crostonSba } from './croston-sba.ts';
import { holtWinters } from './holt-winters.ts';
import { naive } from './naive.ts';
import { seasonalNaive } from './seasonal-naive.ts';
import { ses } from './ses.ts';
import { tsb } from './tsb.ts';
import { windowAverage } from './window-average.ts';

/** Every model, simplest first: of two that do equally well, the earlier one is used. */
const models: readonly Model[] = [seasonalNaive, naive, windowAverage, ses, crostonSba, tsb, holtWinters];

/** Names that a plan may ask for. */
export const modelNames: readonly string[] = models.map((model) => model.name);

/** The models of a plan, in the registry's order, whatever the order asked for. Throws for a name that is none. */
export function modelsNamed(names: 'auto' | readonly string[]): readonly Model[] {
  if (names === 'auto') return models;
  for (const name of names)
    if (!modelNames.includes(name))
      throw new ForecastingError(
        'unknown_model',
        `There is no model "${name}". Models: auto, ${modelNames.join(', ')}.`,
      );
  if (names.length === 0) throw new ForecastingError('unknown_model', 'The plan names no model.');
  return models.filter((model) => names.includes(model.name));
}
