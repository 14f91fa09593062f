/**
 * The one contract of this package: what goes in, what comes out, and what a model is.
 * Nothing here knows a date, a product or a tenant: values, offsets, a season's length and columns of numbers.
 */

/** Many series as one flat array. NaN = not observed (closed, out of stock): never a zero. Infinities are refused. */
export interface Panel {
  /** The histories, one after the other, oldest value first, evenly spaced. */
  readonly values: Float64Array;
  /** count + 1 offsets; series i is values[offsets[i], offsets[i + 1]). May be empty. */
  readonly offsets: Uint32Array;
  /**
   * Covariates known in advance. Each column covers history + horizon of every series: series i starts at
   * offsets[i] + i * horizon and is (offsets[i + 1] - offsets[i]) + horizon long. NaN = unknown.
   */
  readonly known?: { readonly names: readonly string[]; readonly columns: readonly Float64Array[] };
  /**
   * Covariates known in advance that many series have in common (a calendar), so that each stands in memory once: series i's
   * part of every column begins at starts[i] and covers its history + horizon. To a model they are known columns
   * like the others, and follow them. NaN = unknown.
   */
  readonly common?: {
    readonly names: readonly string[];
    readonly columns: readonly Float64Array[];
    readonly starts: Uint32Array;
  };
  /** Static attributes: one code a series in each column; -1 = unknown. */
  readonly statics?: { readonly names: readonly string[]; readonly codes: readonly Int32Array[] };
  /** count × horizon; 1 = nothing can be sold in that period: mean and quantiles are 0 there. */
  readonly closed?: Uint8Array;
}

/** What is asked for. */
export interface ForecastPlan {
  /** Periods ahead, 1 or more. */
  readonly horizon: number;
  /** Periods a season: 7 for days in a week, 12 for months in a year, 1 for none. */
  readonly season: number;
  /** Longer seasons beside it, for models that take several: 365.25 days in a year, 168 hours in a week. */
  readonly seasons?: readonly number[];
  /** Levels strictly between 0 and 1, strictly increasing; may be empty. */
  readonly quantiles: readonly number[];
  /**
   * Candidates by name, or `auto` for the default choice. A name may be a combination of others: `mean(ses,theta)`,
   * `median(…)`, or `weighted(…)` by what each did on the rolling origins.
   */
  readonly models: 'auto' | readonly string[];
  /** Rolling origins for the choice, spaced by the horizon where the history allows, closer where not. */
  readonly origins: number;
  /** Default true: nothing below zero is forecast. */
  readonly nonNegative?: boolean;
  /** What candidates are compared by on the rolling origins. Default `rmsse`; absolute errors draw slow items to zero. */
  readonly criterion?: Criterion;
  /** How quantiles are made. Default `auto`. */
  readonly intervals?: IntervalMethod;
  /** Sample paths for each series, joint over the horizon; none by default. */
  readonly paths?: number;
}

/**
 * How quantiles are made of a forecast:
 * `auto` past errors, carried over to this forecast, with a share of a distribution of counts (or of normal errors) that is the
 * smaller the more is known ·
 * `conformal` past errors alone, by step · `adaptive` the same, levels moved by how often the last windows missed them ·
 * `analytic` the model's own standard deviations · `simulated` the model's own paths · `counts` for slow items Poisson, negative
 * binomial or the counts as they came, whichever the past speaks for. The last three are `auto` where a model or a series
 * doesn't have what they need.
 */
export type IntervalMethod = 'auto' | 'conformal' | 'adaptive' | 'analytic' | 'simulated' | 'counts';

/** RMSSE, MASE, WAPE, or pinball loss over the plan's quantiles. */
export type Criterion = 'rmsse' | 'mase' | 'wape' | 'pinball';

/** How well one model did on one series over the rolling origins; sums stay sums, so that they add up over series. */
export interface ModelScore {
  readonly model: string;
  /** Test values that were observed, over all origins. */
  readonly observations: number;
  /** Σ|ŷ − y| */
  readonly absoluteError: number;
  /** Σ(ŷ − y)² */
  readonly squaredError: number;
  /** Σ(ŷ − y): positive = forecast too high. */
  readonly error: number;
  /** Σ|y| */
  readonly actual: number;
  /** Root mean squared scaled error; NaN where the history never changes (M5 competitors' guide, eq. 1). */
  readonly rmsse: number;
  /** Mean absolute error. */
  readonly mae: number;
  /** Pinball loss, mean over the plan's quantiles and the test values; NaN where no interval was scored. */
  readonly pinball: number;
  /** Share of test values within the 80 % interval; NaN where no interval was scored. */
  readonly coverage80: number;
}

/**
 * Why this model:
 * `combined` the default: several models together, weighted by how each did on the rolling origins ·
 * `best-in-backtest` it beat seasonal naive and all others on the rolling origins ·
 * `naive-won` nothing beat seasonal naive · `history-too-short` too little to hold a test ·
 * `no-sales` nothing but zeros, or nothing sold for a very long time · `only-candidate` the plan named just one ·
 * `stand-in` every candidate failed; a simpler model stands here under its own name.
 */
export type ChoiceReason =
  | 'combined'
  | 'best-in-backtest'
  | 'naive-won'
  | 'history-too-short'
  | 'no-sales'
  | 'only-candidate'
  | 'stand-in';

/**
 * Why a model could not be fitted. `not-positive`: a value is zero or less, and the model is about ratios ·
 * `no-covariates`: a regression was given no column and no season.
 */
export type FailureCause =
  | 'no-observations'
  | 'history-too-short'
  | 'no-sales'
  | 'not-positive'
  | 'no-covariates'
  | 'not-finite';

/** What became of one series. */
export interface SeriesOutcome {
  readonly model: string;
  readonly reason: ChoiceReason;
  readonly failures: readonly { readonly model: string; readonly cause: FailureCause }[];
  /** One entry a candidate that could be tested, and always seasonal naive where a test could be held. */
  readonly scores: readonly ModelScore[];
  /** Of the model used, fitted to the whole history. */
  readonly parameters: Readonly<Record<string, number>>;
}

/** Forecasts of a panel, flat. */
export interface PanelForecast {
  readonly count: number;
  readonly horizon: number;
  readonly quantiles: readonly number[];
  /** count × horizon */
  readonly mean: Float64Array;
  /** count × horizon × quantiles: ((i * horizon) + step) * quantiles.length + j */
  readonly quantileValues: Float64Array;
  /** count: the mean of the sum over the horizon. */
  readonly totalMean: Float64Array;
  /** count × quantiles: of the horizon's SUM, from past errors of such sums; never summed quantiles. */
  readonly totalQuantiles: Float64Array;
  /**
   * Where the plan asks for paths, count × paths × horizon: ((i * paths) + path) * horizon + step. Path p of every series takes its
   * errors from the same past date, so that what came together stays together when series are added up.
   */
  readonly paths?: Float32Array;
  readonly outcomes: readonly SeriesOutcome[];
}

/** Accuracy of one model over a panel: sums over series, and means of what only makes sense a series. */
export interface ModelAccuracy {
  /** A model's name, or `auto`: the whole procedure, its choice made before each test window. */
  readonly model: string;
  /** Series that this model was tested on. */
  readonly series: number;
  readonly observations: number;
  readonly absoluteError: number;
  readonly squaredError: number;
  readonly error: number;
  readonly actual: number;
  /** Σ|e| ÷ Σ|y| over all series; NaN where nothing sold. */
  readonly wape: number;
  /** Σe ÷ Σ|y|: positive = forecast too high. */
  readonly bias: number;
  /** Mean over the series where it is defined. */
  readonly rmsse: number;
  /** Mean absolute error over all test values. */
  readonly mae: number;
  /** Mean pinball loss over all test values. */
  readonly pinball: number;
  readonly coverage80: number;
}

export interface PanelBacktest {
  readonly count: number;
  /** Series with enough history to hold a test. */
  readonly tested: number;
  /** `auto` first, then the candidates in the registry's order. */
  readonly models: readonly ModelAccuracy[];
  /** How often each cause kept a model from being fitted, by model. */
  readonly failures: Readonly<Record<string, Readonly<Partial<Record<FailureCause, number>>>>>;
}

/** One series as a model sees it. */
export interface SeriesInput {
  /** History, oldest first; NaN = not observed. */
  readonly values: Float64Array;
  readonly season: number;
  /** Longer seasons beside it. */
  readonly seasons?: readonly number[];
  /** This series' part of the known and then of the common columns: history + horizon. */
  readonly known?: { readonly names: readonly string[]; readonly columns: readonly Float64Array[] };
  readonly statics?: { readonly names: readonly string[]; readonly codes: readonly number[] };
}

/** A model that could not be fitted: a result, not an exception. */
export interface FitFailure {
  readonly cause: FailureCause;
}

/** A model family. It can only be fitted: what it returns can forecast. */
export interface Model {
  readonly name: string;
  /**
   * Fits to the whole history given. `warmStart` is an earlier fit of the same model to a shorter part of the same
   * series: it may speed the search up, and says nothing that the history doesn't.
   */
  fit(series: SeriesInput, warmStart?: FittedModel): FittedModel | FitFailure;
}

/** What a fit by maximum likelihood was judged by. */
export interface Likelihood {
  readonly logLikelihood: number;
  /** Estimated quantities: constants, initial states and the variance. */
  readonly parameterCount: number;
  /** Akaike's criterion with Hurvich and Tsai's correction for short series (1989, Biometrika 76). */
  readonly aicc: number;
}

/** A model with its parameters and the states it went through. */
export interface FittedModel {
  readonly model: string;
  readonly parameters: Readonly<Record<string, number>>;
  readonly likelihood?: Likelihood;
  /** Mean forecasts of the `horizon` periods after the history. */
  forecast(horizon: number): Float64Array;
  /**
   * What would have been forecast after the first origins[r] values with these same parameters, for each r:
   * row-major, origins.length × horizon. Origins increase, 1 ≤ origin ≤ over.values.length. Cheap: one pass.
   * `over` (default: what was fitted to) may go on beyond the history that was fitted to, covariates included: states then
   * follow the new values, parameters stay. NaN where nothing can be forecast yet.
   */
  replay(origins: Int32Array, horizon: number, over?: SeriesInput): Float64Array;
  /** Standard deviation of the forecast's error at each step, where the model has it in closed form. */
  deviations?(horizon: number): Float64Array;
  /**
   * Sample paths of the model, paths × horizon, their errors drawn as the model says. `random` gives uniform numbers
   * in [0, 1).
   */
  simulate?(horizon: number, paths: number, random: () => number): Float64Array;
}

export function isFailure(fit: FittedModel | FitFailure): fit is FitFailure {
  return 'cause' in fit;
}
