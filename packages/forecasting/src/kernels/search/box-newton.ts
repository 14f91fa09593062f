/** A function to make small within a box, given by its values and a quadratic model of it where it was last evaluated. */
export interface BoxProblem {
  /** Least and largest value of each argument. */
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  /** Value at a point; Infinity or NaN where the point is not allowed. */
  evaluate(point: Float64Array): number;
  /**
   * First derivatives and a positive semidefinite stand-in for the second ones (row-major, size × size) at the point
   * evaluated last.
   */
  derivatives(gradient: Float64Array, curvature: Float64Array): void;
}

/** Limits of one search. */
export interface NewtonLimits {
  readonly iterations: number;
  /** Stops where the quadratic model promises less than this, in units of the function. */
  readonly tolerance: number;
  /** Stops as hopeless where even this many times what the model promises would not bring the value below `beat`. */
  readonly optimism?: number;
  readonly beat?: number;
}

/** Marquardt's damping: first value, and the factors by which a bad step raises it and a good one lowers it. */
const FIRST_DAMPING = 1e-3;
const RAISE = 8;
const LOWER = 0.2;
/** Above this damping a step is too short to matter. */
const MOST_DAMPING = 1e7;
/** A step that brings at least this share of what the model promised is good. */
const GOOD_SHARE = 0.5;

/**
 * Moves `point` to where the problem is smallest nearby, and returns the value there: Newton steps with Marquardt's
 * damping (1963, SIAM Journal on Applied Mathematics 11), arguments at a bound that the gradient pushes outwards held
 * there, and those that a step would take across put onto it while the others are solved for again (Bertsekas 1982,
 * SIAM Journal on Control and Optimization 20).
 */
export function boxNewton(problem: BoxProblem, point: Float64Array, limits: NewtonLimits): number {
  const size = point.length;
  const gradient = new Float64Array(size);
  const curvature = new Float64Array(size * size);
  const step = new Float64Array(size);
  const trial = new Float64Array(size);
  const work = new Float64Array(size * size + size);
  const free = new Int32Array(size);
  const { tolerance, iterations, optimism = Number.POSITIVE_INFINITY, beat = 0 } = limits;
  let damping = FIRST_DAMPING;
  let value = problem.evaluate(point);
  if (!Number.isFinite(value)) return value;
  for (let iteration = 0; iteration < iterations; iteration++) {
    problem.derivatives(gradient, curvature);
    let moved = false;
    while (damping < MOST_DAMPING) {
      boxedStep(problem, point, gradient, curvature, damping, step, free, work);
      const promised = promise(gradient, curvature, step);
      if (!(promised > tolerance)) return value;
      if (value - optimism * promised > beat) return value;
      // Rounding may take a sum across a bound that the step was cut to.
      for (let k = 0; k < size; k++)
        trial[k] = Math.min(problem.upper[k], Math.max(problem.lower[k], point[k] + step[k]));
      const next = problem.evaluate(trial);
      if (next < value) {
        if (value - next > GOOD_SHARE * promised) damping *= LOWER;
        value = next;
        point.set(trial);
        moved = true;
        break;
      }
      damping *= RAISE;
    }
    if (!moved) return value;
  }
  return value;
}

/** By how much the quadratic model falls along a step. */
function promise(gradient: Float64Array, curvature: Float64Array, step: Float64Array): number {
  const size = step.length;
  let change = 0;
  for (let i = 0; i < size; i++) {
    let row = 0;
    for (let j = 0; j < size; j++) row += curvature[i * size + j] * step[j];
    change += step[i] * (gradient[i] + 0.5 * row);
  }
  return -change;
}

/** Damped Newton step that stays in the box. */
function boxedStep(
  { lower, upper }: BoxProblem,
  point: Float64Array,
  gradient: Float64Array,
  curvature: Float64Array,
  damping: number,
  step: Float64Array,
  free: Int32Array,
  work: Float64Array,
): void {
  const size = point.length;
  let count = 0;
  step.fill(0);
  for (let k = 0; k < size; k++) {
    const held =
      (point[k] <= lower[k] && gradient[k] > 0) ||
      (point[k] >= upper[k] && gradient[k] < 0) ||
      !(curvature[k * size + k] > 0);
    if (!held) free[count++] = k;
  }
  while (count > 0) {
    solveFree(gradient, curvature, damping, step, free, count, work);
    let kept = 0;
    for (let i = 0; i < count; i++) {
      const k = free[i];
      const at = point[k] + step[k];
      if (at < lower[k]) step[k] = lower[k] - point[k];
      else if (at > upper[k]) step[k] = upper[k] - point[k];
      else free[kept++] = k;
    }
    if (kept === count) return;
    count = kept;
  }
}

/**
 * Solves (curvature + damping × its diagonal) step = −gradient for the free arguments, the others' steps given, by
 * Cholesky's factors. A pivot lost to rounding leaves its argument where it is.
 */
function solveFree(
  gradient: Float64Array,
  curvature: Float64Array,
  damping: number,
  step: Float64Array,
  free: Int32Array,
  count: number,
  work: Float64Array,
): void {
  const size = step.length;
  const right = size * size;
  for (let i = 0; i < count; i++) step[free[i]] = 0;
  for (let i = 0; i < count; i++) {
    const row = free[i] * size;
    let wanted = -gradient[free[i]];
    for (let k = 0; k < size; k++) wanted -= curvature[row + k] * step[k];
    const diagonal = curvature[row + free[i]];
    for (let j = 0; j <= i; j++) {
      let sum = curvature[row + free[j]];
      if (j === i) sum += damping * diagonal;
      for (let k = 0; k < j; k++) sum -= work[i * size + k] * work[j * size + k];
      if (j < i) work[i * size + j] = work[j * size + j] > 0 ? sum / work[j * size + j] : 0;
      else work[i * size + i] = sum > LOST_PIVOT * diagonal ? Math.sqrt(sum) : 0;
    }
    for (let k = 0; k < i; k++) wanted -= work[i * size + k] * work[right + k];
    work[right + i] = work[i * size + i] > 0 ? wanted / work[i * size + i] : 0;
  }
  for (let i = count - 1; i >= 0; i--) {
    let wanted = work[right + i];
    for (let k = i + 1; k < count; k++) wanted -= work[k * size + i] * work[right + k];
    work[right + i] = work[i * size + i] > 0 ? wanted / work[i * size + i] : 0;
  }
  for (let i = 0; i < count; i++) step[free[i]] = work[right + i];
}

/** Share of the diagonal below which a pivot is nothing but rounding. */
const LOST_PIVOT = 1e-12;
