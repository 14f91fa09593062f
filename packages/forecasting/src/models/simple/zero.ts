import type { FittedModel } from '../../contract.ts';

/** Forecasts nothing. Never a candidate: it stands where nothing was ever observed or nothing sells any more. */
export const zero: FittedModel = {
  model: 'zero',
  parameters: {},
  forecast: (horizon) => new Float64Array(horizon),
  replay: (origins, horizon) => new Float64Array(origins.length * horizon),
};
