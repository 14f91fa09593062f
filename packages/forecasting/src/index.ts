export type {
  ChoiceReason,
  Criterion,
  FailureCause,
  FitFailure,
  FittedModel,
  ForecastPlan,
  IntervalMethod,
  Likelihood,
  Model,
  ModelAccuracy,
  ModelScore,
  Panel,
  PanelBacktest,
  PanelForecast,
  SeriesInput,
  SeriesOutcome,
} from './contract.ts';
export { isFailure } from './contract.ts';
export type { ForecastingErrorCode } from './errors.ts';
export { ForecastingError } from './errors.ts';
export { modelNames, modelsNamed } from './models/registry.ts';
export { backtestPanel } from './panel/backtest-panel.ts';
export { forecastPanel } from './panel/forecast-panel.ts';
export { sumPaths } from './panel/sum-paths.ts';
