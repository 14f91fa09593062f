import { splitSeasons } from '../decomposition/multiple-seasons.ts';
import { CompleteFilter } from './complete-filter.ts';
import type { Innovations } from './innovations.ts';
import { LeastSquaresFit } from './least-squares-fit.ts';
import { MissingFilter } from './missing-filter.ts';
import type { ArimaOrder } from './order.ts';
import { differencing } from './polynomials.ts';

/** How often a series is differenced: all models of one search share it. */
export type Differences = Pick<ArimaOrder, 'd' | 'D' | 'season'>;

/**
 * A series and its regressors made ready for one way of differencing. Without gaps the differences are filtered, with
 * gaps the levels. Values are divided by `scale`, so that huge and tiny ones are like others.
 */
export class ArimaSeries {
  readonly differences: Differences;
  /** Largest absolute value. */
  readonly scale: number;
  /** Observed values less those that differencing costs. */
  readonly used: number;
  /** Differences of the scaled values, gaps filled: for a first look, not for likelihoods. */
  readonly differenced: Float64Array;
  readonly #levels: Float64Array;
  readonly #columns: readonly Float64Array[];
  /** Whether every value was observed. */
  readonly complete: boolean;
  readonly #filters: [Innovations?, Innovations?] = [];
  readonly #leastSquares: [LeastSquaresFit?, LeastSquaresFit?] = [];

  /** `values` begin and end with an observed value; `columns` are regressors in levels, as long and without gaps. */
  constructor(values: Float64Array, columns: readonly Float64Array[], differences: Differences) {
    this.differences = differences;
    let largest = 0;
    let observed = 0;
    for (let t = 0; t < values.length; t++) {
      if (Number.isNaN(values[t])) continue;
      observed++;
      largest = Math.max(largest, Math.abs(values[t]));
    }
    this.scale = largest > 0 ? largest : 1;
    this.#levels = values.map((value) => value / this.scale);
    this.#columns = columns;
    this.complete = observed === values.length;
    this.used = observed - differences.d - differences.D * differences.season;
    this.differenced = difference(filled(this.#levels, differences.season), differences);
  }

  /** The exact filter, the regressors preceded by a constant of the differences if asked for. */
  filter(constant: boolean): Innovations {
    const index = constant ? 1 : 0;
    this.#filters[index] ??= this.complete ? this.#completeFilter(constant) : this.#missingFilter(constant);
    return this.#filters[index];
  }

  /** Least squares on the differences, their mean taken off if asked for; knows no regressors. */
  leastSquares(constant: boolean): LeastSquaresFit {
    const index = constant ? 1 : 0;
    const mean = constant ? meanOf(this.differenced) : 0;
    this.#leastSquares[index] ??= new LeastSquaresFit(this.differenced.map((value) => value - mean));
    return this.#leastSquares[index];
  }

  #completeFilter(constant: boolean): Innovations {
    const columns = this.#columns.map((column) => difference(column, this.differences));
    const ones = constant ? [new Float64Array(this.differenced.length).fill(1)] : [];
    return new CompleteFilter([this.differenced, ...ones, ...columns]);
  }

  #missingFilter(constant: boolean): Innovations {
    const { differences } = this;
    const differencedAtAll = differences.d + differences.D > 0;
    const centred = (column: Float64Array): Float64Array => {
      const mean = meanOf(column);
      return column.map((value) => value - mean);
    };
    const prepare = differencedAtAll ? centred : (column: Float64Array): Float64Array => column;
    const ones = constant ? [prepare(constantInLevels(this.#levels.length, differences))] : [];
    const order = { p: 0, q: 0, P: 0, Q: 0, ...differences };
    return new MissingFilter([prepare(this.#levels), ...ones, ...this.#columns.map(prepare)], order);
  }
}

/** The column whose differences are 1: a constant, or a line that rises by 1 a difference. */
export function constantInLevels(length: number, { d, D, season }: Differences): Float64Array {
  if (d + D === 0) return new Float64Array(length).fill(1);
  return Float64Array.from({ length }, (_, t) => t / (D > 0 ? season : 1));
}

/** (1 − B)ᵈ (1 − Bᵐ)ᴰ of the values. */
export function difference(values: Float64Array, { d, D, season }: Differences): Float64Array {
  const delta = differencing({ p: 0, d, q: 0, P: 0, D, Q: 0, season });
  const differences = new Float64Array(Math.max(0, values.length - delta.length));
  for (let t = 0; t < differences.length; t++) {
    let sum = values[t + delta.length];
    for (let k = 0; k < delta.length; k++)
      if (delta[k] !== 0) sum -= delta[k] * values[t + delta.length - 1 - k];
    differences[t] = sum;
  }
  return differences;
}

/** Gaps between observed values filled with trend and season, or along straight lines where there is no season to see. */
export function filled(values: Float64Array, season: number): Float64Array {
  if (!values.some(Number.isNaN)) return values;
  if (season > 1 && values.length > 2 * season) {
    const { components, trend } = splitSeasons(values, [season]);
    return values.map((value, t) => (Number.isNaN(value) ? trend[t] + components[0][t] : value));
  }
  const result = values.slice();
  let last = -1;
  for (let t = 0; t < values.length; t++) {
    if (Number.isNaN(values[t])) continue;
    for (let gap = last + 1; last >= 0 && gap < t; gap++)
      result[gap] = values[last] + ((values[t] - values[last]) * (gap - last)) / (t - last);
    last = t;
  }
  return result;
}

function meanOf(values: Float64Array): number {
  let sum = 0;
  let count = 0;
  for (let t = 0; t < values.length; t++) {
    if (Number.isNaN(values[t])) continue;
    sum += values[t];
    count++;
  }
  return count === 0 ? 0 : sum / count;
}
