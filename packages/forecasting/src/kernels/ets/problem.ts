import type { BoxProblem } from '../search/box-newton.ts';
import { gramOf, productsWith } from '../search/gram.ts';
import { additiveDerivatives, additiveErrors, DIRECTION } from './additive.ts';
import { forgets } from './admissible.ts';
import {
  constantCount,
  type EtsConstants,
  type EtsForm,
  LEAST_CONSTANT,
  LEAST_PHI,
  MOST_PHI,
} from './form.ts';
import { multiplicativeDerivative, multiplicativeErrors } from './multiplicative.ts';
import { addDrift, relateColumns, relateErrors } from './relative.ts';
import type { EtsWorkspace } from './workspace.ts';

const LOG_LEAST = Math.log(LEAST_CONSTANT);
const MOST_LOGIT = Math.log((1 - LEAST_CONSTANT) / LEAST_CONSTANT);
/** Errors of 1e-10 of the values' size are rounding; without a floor a perfect fit would have no likelihood. */
const LEAST_RELATIVE_SQUARE = 1e-20;

/**
 * −2 log L of a form (Hyndman et al. 2008, eq. 5.4, without the constants that all forms share) as a function of
 * everything that is free: constants, and all initial states together, so that no search has to find the states again at
 * each trial of the constants. Where seasons are free the level is not, because it could be moved into them: it starts at 0
 * where seasons are added and at 1 where they multiply.
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
    if (form.season === 'M') this.initial[0] = 1;
    this.state = new Float64Array(2 + this.season);
    this.directions = new Float64Array((this.size + 1) * DIRECTION);
    this.scratch = new Float64Array(2 * this.season);
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
    const level = initial[0];
    const scale = form.season === 'M' ? level : 1;
    if (form.trend !== 'N') point[k++] = initial[1] / scale;
    if (form.season === 'N') point[k] = level;
    else
      for (let j = 0; j < this.season; j++)
        point[k + j] = form.season === 'A' ? level + initial[2 + j] : level * initial[2 + j];
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
    const { values, errors, trends, observed } = space;
    state.set(initial);
    this.squaredError =
      form.season === 'M'
        ? multiplicativeErrors(values, season, constants, state, space.trace)
        : additiveErrors(values, season, constants, state, errors, trends);
    if (form.error === 'A' || this.squaredError === Number.POSITIVE_INFINITY)
      return observed * Math.log(Math.max(this.squaredError, this.floor()));
    const { squares, logs } = relateErrors(values, errors, space.relative);
    this.squaredError = squares;
    return observed * Math.log(Math.max(squares, this.floor())) + 2 * logs;
  }

  derivatives(gradient: Float64Array, curvature: Float64Array): void {
    const { size, space, drift } = this;
    if (this.isPerfect()) {
      gradient.fill(0);
      curvature.fill(0);
      return;
    }
    const { length } = space.values;
    const proportional = this.form.error === 'M';
    const columns = this.columns();
    if (proportional) relateColumns(columns, length, size, space.observed, space.relative, drift);
    gramOf(columns, length, size, curvature);
    productsWith(columns, length, size, proportional ? space.relative.shares : space.errors, gradient);
    if (proportional) addDrift(curvature, gradient, drift, this.squaredError);
    const scale = (2 * space.observed) / this.squaredError;
    for (let i = 0; i < gradient.length; i++) gradient[i] *= scale;
    for (let i = 0; i < curvature.length; i++) curvature[i] *= scale;
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
    const { values } = space;
    const length = values.length;
    const columns = space.room(size + 1);
    this.pointDirections();
    const shifted = form.season === 'A' && space.observed === length;
    const count = shifted ? size - season + 1 : size;
    if (form.season === 'M') {
      for (let k = 0; k < count; k++)
        multiplicativeDerivative(values, season, constants, space.trace, directions, k, scratch, columns);
    } else {
      for (let k = 0; k < count; k += 2)
        additiveDerivatives(
          values,
          season,
          constants,
          space.errors,
          space.trends,
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
}
