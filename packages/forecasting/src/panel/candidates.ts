import type { ForecastPlan, Model, SeriesInput } from '../contract.ts';
import { automaticFor } from '../models/automatic.ts';
import { modelsNamed } from '../models/registry.ts';

/** What is tried on a series: what the plan names, or the default for a series like this. */
export function candidatesOf(series: SeriesInput, plan: ForecastPlan): readonly Model[] {
  return plan.models === 'auto' ? automaticFor(series) : modelsNamed(plan.models);
}
