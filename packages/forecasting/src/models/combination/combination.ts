import {
  type FailureCause,
  type FitFailure,
  type FittedModel,
  isFailure,
  type Model,
  type SeriesInput,
} from '../../contract.ts';
import { type Combining, combineInto } from './combine.ts';
import { shrinkRare } from './rare-demand.ts';

/** Several models forecasting as one. A member that can't be fitted leaves it to the others. */
export interface Combination extends Model {
  readonly combining: Combining;
  readonly members: readonly Model[];
  /** Fits of the members to `series`, made elsewhere, as one. Members without a fit are missing from it. */
  combine(fits: readonly FittedModel[], series: SeriesInput): FittedModel;
  /** The same combination with weights: by member, 0 or more; they need not add up to 1. */
  withWeights(weights: ReadonlyMap<string, number>): Combination;
}

/**
 * Combines models: Bates & Granger 1969 (Operational Research Quarterly 20); that equal or nearly equal weights and medians
 * are hard to beat: Timmermann 2006 (Handbook of Economic Forecasting 1, ch. 4). Without weights all count the same.
 *
 * @param members two or more; none of them a combination
 */
export function combinationOf(
  combining: Combining,
  members: readonly Model[],
  weights?: ReadonlyMap<string, number>,
): Combination {
  const name = `${combining}(${members.map((member) => member.name).join(',')})`;
  const combine = (fits: readonly FittedModel[], series: SeriesInput): FittedModel =>
    new FittedCombination(
      name,
      combining,
      series,
      fits,
      fits.map((fit) => weights?.get(fit.model) ?? 1),
    );
  return {
    name,
    combining,
    members,
    combine,
    withWeights: (given) => combinationOf(combining, members, given),
    fit(series: SeriesInput, warmStart?: FittedModel): FittedModel | FitFailure {
      const known = warmStart instanceof FittedCombination ? warmStart.fits : [];
      const fits: FittedModel[] = [];
      let cause: FailureCause = 'history-too-short';
      for (const member of members) {
        const fit = member.fit(
          series,
          known.find((earlier) => earlier.model === member.name),
        );
        if (isFailure(fit)) cause = fit.cause;
        else fits.push(fit);
      }
      return fits.length > 0 ? combine(fits, series) : { cause };
    },
  };
}

export function isCombination(model: Model): model is Combination {
  return 'members' in model;
}

class FittedCombination implements FittedModel {
  readonly model: string;
  readonly fits: readonly FittedModel[];
  /** Each member's share. */
  readonly parameters: Readonly<Record<string, number>>;
  readonly #combining: Combining;
  readonly #series: SeriesInput;
  readonly #weights: readonly number[];

  constructor(
    model: string,
    combining: Combining,
    series: SeriesInput,
    fits: readonly FittedModel[],
    weights: readonly number[],
  ) {
    this.model = model;
    this.fits = fits;
    this.#combining = combining;
    this.#series = series;
    const sum = weights.reduce((total, weight) => total + weight, 0);
    this.#weights = weights.map((weight) => (sum > 0 ? weight / sum : 1 / weights.length));
    this.parameters = Object.fromEntries(fits.map((fit, k) => [fit.model, this.#weights[k]]));
  }

  forecast(horizon: number): Float64Array {
    const into = this.#combined(this.fits.map((fit) => fit.forecast(horizon)));
    const { values } = this.#series;
    if (this.#combining === 'rare') shrinkRare(into, values, values.length);
    return into;
  }

  replay(origins: Int32Array, horizon: number, over: SeriesInput = this.#series): Float64Array {
    const rows = this.#combined(this.fits.map((fit) => fit.replay(origins, horizon, over)));
    if (this.#combining === 'rare')
      for (let r = 0; r < origins.length; r++)
        shrinkRare(rows.subarray(r * horizon, (r + 1) * horizon), over.values, origins[r]);
    return rows;
  }

  #combined(forecasts: readonly Float64Array[]): Float64Array {
    const into = new Float64Array(forecasts[0].length);
    combineInto(into, this.#combining, forecasts, this.#weights);
    return into;
  }
}
