import type { BoxProblem } from './box-newton.ts';
import { additiveDerivatives, additiveErrors, DIRECTION } from './ets-additive.ts';
import { forgets } from './ets-admissible.ts';
import {
  constantCount,
  type EtsConstants,
  type EtsForm,
  LEAST_CONSTANT,
  LEAST_PHI,
  MOST_PHI,
} from './ets-form.ts';
import {
  type MultiplicativeTrace,
  multiplicativeDerivative,
  multiplicativeErrors,
} from './ets-multiplicative.ts';
import { gramOf, productsWith } from './gram.ts';
import { countObserved } from './observed.ts';

const LOG_LEAST = Math.log(LEAST_CONSTANT);
const MOST_LOGIT = Math.log((1 - LEAST_CONSTANT) / LEAST_CONSTANT);
/** Errors of 1e-10 of the values' size are rounding; without a floor a perfect fit would have no likelihood. */
const LEAST_RELATIVE_SQUARE = 1e-20;

/** Buffers of a series' length that one form after another may use. */
export class EtsWorkspace {
  readonly values: Float64Array;
  readonly observed: number;
  readonly trace: MultiplicativeTrace;
  /** Errors relative to forecasts, and what turns a derivative into one of these. */
  readonly relative: Float64Array;
  readonly weights: Float64Array;
  readonly inverses: Float64Array;
  readonly sumOfSquares: number;
  columns = new Float64Array(0);

  constructor(values: Float64Array) {
    const scratch = (): Float64Array => new Float64Array(values.length);
    this.values = values;
    this.observed = countObserved(values);
    this.trace = { errors: scratch(), trends: scratch(), bases: scratch(), seasons: scratch() };
    this.relative = scratch();
    this.weights = scratch();
    this.inverses = scratch();
    let sum = 0;
    for (let t = 0; t < values.length; t++) if (!Number.isNaN(values[t])) sum += values[t] * values[t];
    this.sumOfSquares = sum;
  }

  /** Room for as many columns; what was in them is lost where they must grow. */
  room(count: number): Float64Array {
    if (this.columns.length < count * this.values.length)
      this.columns = new Float64Array(count * this.values.length);
    return this.columns;
  }
}

/**
 * −2 log L of a form (Hyndman et al. 2008, eq. 5.4, without the constants that all forms share) as a function of
 * everything that is free: constants, and all initial states together, so that no search has to find the states again at
 * each trial of the constants. Where seasons are free the level is not: it could be moved into them.
 *
 * The constants' scale: logit of alpha; beta and gamma by how far their logarithm is from the least towards the most
 * that alpha leaves them (alpha, 1 − alpha). Their bounds are then a box, and slow smoothing is not cramped into a corner.
 */
export class EtsProblem implements BoxProblem {
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  readonly form: EtsForm;
  readonly season: number;
  readonly constants: EtsConstants = { alpha: 0, beta: 0, gamma: 0, phi: 1 };
  /** Initial states of the point evaluated last, and after it the states at the end. */
  readonly initial: Float64Array;
  readonly state: Float64Array;
  /** Of the point evaluated last: squared errors (relative ones where these are proportional). */
  squaredError = 0;
  private readonly space: EtsWorkspace;
  private readonly size: number;
  private readonly directions: Float64Array;
  private readonly scratch: Float64Array;
  private readonly products: Float64Array;
  private readonly drift: Float64Array;
  private betaShare = 0;
  private gammaShare = 0;

  constructor(form: EtsForm, season: number, space: EtsWorkspace) {
    this.form = form;
    this.season = form.season === 'N' ? 1 : season;
    this.space = space;
    const constants = constantCount(form);
    const trended = form.trend === 'N' ? 0 : 1;
    const states = trended + this.season;
    this.size = constants + states;
    this.lower = new Float64Array(this.size).fill(Number.NEGATIVE_INFINITY);
    this.upper = new Float64Array(this.size).fill(Number.POSITIVE_INFINITY);
    this.lower.fill(0, 0, constants);
    this.upper.fill(1, 0, constants);
    this.lower[0] = -MOST_LOGIT;
    this.upper[0] = MOST_LOGIT;
    if (form.trend === 'Ad') {
      this.lower[constants - 1] = LEAST_PHI;
      this.upper[constants - 1] = MOST_PHI;
    }
    this.initial = new Float64Array(2 + this.season);
    this.state = new Float64Array(2 + this.season);
    this.directions = new Float64Array((this.size + 1) * DIRECTION);
    this.scratch = new Float64Array(2 * this.season);
    this.products = new Float64Array(this.size);
    this.drift = new Float64Array(this.size);
    for (let k = 0; k <= this.size; k++) this.directions[k * DIRECTION + 6] = -1;
    if (trended) this.directions[constants * DIRECTION + 5] = 1;
    const first = constants + trended;
    if (form.season === 'N') this.directions[first * DIRECTION + 4] = 1;
    else for (let j = 0; j < season; j++) this.directions[(first + j) * DIRECTION + 6] = j;
  }

  /** The point of these constants and initial states; constants are moved within their bounds. */
  pointOf({ alpha, beta, gamma, phi }: EtsConstants, initial: Float64Array): Float64Array {
    const { form, lower, upper } = this;
    const point = new Float64Array(this.size);
    let k = 0;
    point[k++] = Math.log(alpha / (1 - alpha));
    if (form.trend !== 'N') point[k++] = (Math.log(beta) - LOG_LEAST) / (Math.log(alpha) - LOG_LEAST);
    if (form.season !== 'N') point[k++] = (Math.log(gamma) - LOG_LEAST) / (Math.log(1 - alpha) - LOG_LEAST);
    if (form.trend === 'Ad') point[k++] = phi;
    for (let i = 0; i < k; i++)
      point[i] = Math.min(upper[i], Math.max(lower[i], Number.isNaN(point[i]) ? 0 : point[i]));
    if (form.trend !== 'N') point[k++] = initial[1];
    if (form.season === 'N') point[k] = initial[0];
    else {
      point.set(initial.subarray(2), k);
      this.initial[0] = initial[0];
    }
    return point;
  }

  evaluate(point: Float64Array): number {
    this.decode(point);
    const { constants, form, season } = this;
    if (form.trend !== 'N' && form.season !== 'N' && !forgets(constants, season))
      return Number.POSITIVE_INFINITY;
    return this.deviance();
  }

  /** −2 log L at these constants and initial states, within their bounds or not. */
  evaluateAt(constants: EtsConstants, initial: Float64Array): number {
    Object.assign(this.constants, constants);
    this.initial.set(initial);
    return this.deviance();
  }

  private deviance(): number {
    const { constants, form, season, initial, state, space } = this;
    state.set(initial);
    const { trace, observed } = space;
    const squares =
      form.season === 'M'
        ? multiplicativeErrors(space.values, season, constants, state, trace)
        : additiveErrors(space.values, season, constants, state, trace.errors, trace.trends);
    if (form.error === 'A' || squares === Number.POSITIVE_INFINITY) {
      this.squaredError = squares;
      return observed * Math.log(Math.max(squares, this.floor()));
    }
    const logs = this.relate();
    return observed * Math.log(Math.max(this.squaredError, this.floor())) + 2 * logs;
  }

  derivatives(gradient: Float64Array, curvature: Float64Array): void {
    const { size, space, form, products, drift } = this;
    if (this.isPerfect()) {
      gradient.fill(0);
      curvature.fill(0);
      return;
    }
    const length = space.values.length;
    const columns = this.columns();
    const proportional = form.error === 'M';
    if (proportional) this.relateColumns(columns);
    gramOf(columns, length, size, curvature);
    productsWith(columns, length, size, proportional ? space.relative : space.trace.errors, products);
    const scale = (2 * space.observed) / this.squaredError;
    for (let i = 0; i < size; i++) {
      gradient[i] = scale * products[i];
      for (let j = 0; j < size; j++) curvature[i * size + j] *= scale;
    }
    if (!proportional) return;
    // The likelihood of proportional errors is a sum of squares too, of errors times the forecasts' geometric mean.
    for (let i = 0; i < size; i++) {
      for (let j = 0; j < size; j++)
        curvature[i * size + j] +=
          scale * (products[i] * drift[j] + drift[i] * products[j] + this.squaredError * drift[i] * drift[j]);
    }
    for (let i = 0; i < size; i++) gradient[i] += 2 * space.observed * drift[i];
  }

  /** Whether the errors of the point evaluated last are nothing but rounding. */
  isPerfect(): boolean {
    return !(this.squaredError > this.floor());
  }

  private floor(): number {
    const { sumOfSquares, observed } = this.space;
    const size = this.form.error === 'A' ? sumOfSquares : observed;
    return Math.max(LEAST_RELATIVE_SQUARE * size, Number.MIN_VALUE);
  }

  private decode(point: Float64Array): void {
    const { constants, form, initial } = this;
    let k = 0;
    constants.alpha = 1 / (1 + Math.exp(-point[k++]));
    if (form.trend !== 'N') {
      this.betaShare = point[k++];
      constants.beta = Math.exp(LOG_LEAST + this.betaShare * (Math.log(constants.alpha) - LOG_LEAST));
    }
    if (form.season !== 'N') {
      this.gammaShare = point[k++];
      constants.gamma = Math.exp(LOG_LEAST + this.gammaShare * (Math.log(1 - constants.alpha) - LOG_LEAST));
    }
    if (form.trend === 'Ad') constants.phi = point[k++];
    if (form.trend !== 'N') initial[1] = point[k++];
    if (form.season === 'N') initial[0] = point[k];
    else for (let j = 0; j < this.season; j++) initial[2 + j] = point[k + j];
  }

  /** Derivatives of all errors with respect to all free quantities. */
  private columns(): Float64Array {
    const { constants, form, season, size, space, directions, scratch } = this;
    const { values, trace } = space;
    const length = values.length;
    const columns = space.room(size + 1);
    this.pointDirections();
    const shifted = form.season === 'A' && space.observed === length;
    const count = shifted ? size - season + 1 : size;
    if (form.season === 'M') {
      for (let k = 0; k < count; k++)
        multiplicativeDerivative(values, season, constants, trace, directions, k, scratch, columns);
    } else {
      for (let k = 0; k < count; k += 2)
        additiveDerivatives(
          values,
          season,
          constants,
          trace.errors,
          trace.trends,
          directions,
          k,
          k + 1,
          scratch,
          columns,
        );
    }
    // Nothing touches a phase's season before its first turn: what it does then is what phase 0 does at once.
    if (shifted)
      for (let j = 1; j < season; j++) {
        const at = (count - 1 + j) * length;
        columns.fill(0, at, at + j);
        columns.copyWithin(at + j, (count - 1) * length, count * length - j);
      }
    return columns;
  }

  /** How the constants change with the point. */
  private pointDirections(): void {
    const { constants, form, directions } = this;
    const { alpha, beta, gamma } = constants;
    directions[0] = alpha * (1 - alpha);
    let k = DIRECTION;
    if (form.trend !== 'N') {
      directions[1] = beta * this.betaShare * (1 - alpha);
      directions[k + 1] = beta * (Math.log(alpha) - LOG_LEAST);
      k += DIRECTION;
    }
    if (form.season !== 'N') {
      directions[2] = -gamma * this.gammaShare * alpha;
      directions[k + 2] = gamma * (Math.log(1 - alpha) - LOG_LEAST);
      k += DIRECTION;
    }
    if (form.trend === 'Ad') directions[k + 3] = 1;
  }

  /** Turns errors into relative ones; returns Σ log forecast, or Infinity where a forecast is not positive. */
  private relate(): number {
    const { values, trace, relative, weights, inverses } = this.space;
    const { errors } = trace;
    let squares = 0;
    let logs = 0;
    let product = 1;
    for (let t = 0; t < values.length; t++) {
      const value = values[t];
      if (Number.isNaN(value)) {
        relative[t] = weights[t] = inverses[t] = 0;
        continue;
      }
      const forecast = value - errors[t];
      if (!(forecast > 0)) return Number.POSITIVE_INFINITY;
      const inverse = 1 / forecast;
      const share = errors[t] * inverse;
      relative[t] = share;
      inverses[t] = inverse;
      weights[t] = value * inverse * inverse;
      squares += share * share;
      // A logarithm only where the product gets near the ends of what a number can hold.
      product *= forecast;
      if (product > 1e100 || product < 1e-100) {
        logs += Math.log(product);
        product = 1;
      }
    }
    this.squaredError = squares;
    return logs + Math.log(product);
  }

  /** Turns derivatives of errors into those of relative errors, and sums up how the mean log forecast drifts. */
  private relateColumns(columns: Float64Array): void {
    const { weights, inverses, values, observed } = this.space;
    const length = values.length;
    for (let k = 0; k < this.size; k++) {
      const at = k * length;
      let sum = 0;
      for (let t = 0; t < length; t++) {
        const change = columns[at + t];
        sum -= change * inverses[t];
        columns[at + t] = change * weights[t];
      }
      this.drift[k] = sum / observed;
    }
  }
}
