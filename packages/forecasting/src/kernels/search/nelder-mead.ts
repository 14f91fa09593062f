/** Limits of one search. */
export interface SimplexLimits {
  /** Edge of the first simplex, in the units of the arguments. */
  readonly step: number;
  readonly evaluations: number;
  /** Stops where the simplex's values differ by less than this share of the smallest. */
  readonly tolerance: number;
}

/**
 * Point near `start` where `evaluate` is smallest, by the simplex of Nelder and Mead (1965, Computer Journal 7) with
 * the standard coefficients 1, 2, ½, ½. For two to six arguments without bounds; map bounded ones first. `evaluate`
 * must not keep the array it is given.
 */
export function nelderMead(
  evaluate: (point: Float64Array) => number,
  start: Float64Array,
  { step, evaluations, tolerance }: SimplexLimits,
): Float64Array {
  const size = start.length;
  const points = Array.from({ length: size + 1 }, (_, i) => {
    const point = start.slice();
    if (i > 0) point[i - 1] += step;
    return point;
  });
  const values = points.map((point) => evaluate(point));
  let used = size + 1;
  const centre = new Float64Array(size);
  let reflected = new Float64Array(size);
  let further = new Float64Array(size);

  /** Writes centre + factor × (worst − centre) and returns its value. */
  const along = (factor: number, worst: Float64Array, into: Float64Array): number => {
    for (let d = 0; d < size; d++) into[d] = centre[d] + factor * (worst[d] - centre[d]);
    used++;
    return evaluate(into);
  };

  while (used < evaluations) {
    let best = 0;
    let worst = 0;
    for (let i = 1; i <= size; i++) {
      if (values[i] < values[best]) best = i;
      if (values[i] > values[worst]) worst = i;
    }
    if (values[worst] - values[best] <= tolerance * Math.abs(values[best])) break;
    let secondWorst = best;
    centre.fill(0);
    for (let i = 0; i <= size; i++) {
      if (i === worst) continue;
      if (values[i] > values[secondWorst]) secondWorst = i;
      for (let d = 0; d < size; d++) centre[d] += points[i][d] / size;
    }
    const atReflected = along(-1, points[worst], reflected);
    if (atReflected < values[best]) {
      const atFurther = along(-2, points[worst], further);
      if (atFurther < atReflected) further = swap(points, values, worst, further, atFurther);
      else reflected = swap(points, values, worst, reflected, atReflected);
    } else if (atReflected < values[secondWorst]) {
      reflected = swap(points, values, worst, reflected, atReflected);
    } else {
      const outside = atReflected < values[worst];
      const atContracted = along(outside ? -0.5 : 0.5, points[worst], further);
      if (atContracted < Math.min(atReflected, values[worst])) {
        further = swap(points, values, worst, further, atContracted);
      } else {
        for (let i = 0; i <= size; i++) {
          if (i === best) continue;
          for (let d = 0; d < size; d++) points[i][d] = (points[i][d] + points[best][d]) / 2;
          values[i] = evaluate(points[i]);
          used++;
        }
      }
    }
  }
  let best = 0;
  for (let i = 1; i <= size; i++) if (values[i] < values[best]) best = i;
  return points[best];
}

/** Puts a point in place of another and hands the other's array back for reuse. */
function swap(
  points: Float64Array[],
  values: number[],
  at: number,
  point: Float64Array,
  value: number,
): Float64Array<ArrayBuffer> {
  const freed = points[at] as Float64Array<ArrayBuffer>;
  points[at] = point;
  values[at] = value;
  return freed;
}
