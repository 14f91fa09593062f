/** A point and what a function is there. */
export interface Sample {
  readonly at: number;
  readonly value: number;
}

const GOLDEN_SHARE = (3 - Math.sqrt(5)) / 2;

/**
 * Argument where `evaluate` is smallest between `low` and `high`, begun at a sample between them that is no larger than
 * either end: Brent's parabolas with golden sections where they fail (Algorithms for Minimization without Derivatives,
 * 1973, ch. 5). Stops within `tolerance` of the bottom; a smooth valley takes five to eight evaluations.
 */
export function parabolicSearch(
  evaluate: (x: number) => number,
  low: number,
  start: Sample,
  high: number,
  tolerance: number,
): Sample {
  let a = low;
  let b = high;
  let best = start;
  let second = start;
  let third = start;
  let step = 0;
  let before = b - a;
  for (let used = 0; used < 40; used++) {
    const middle = (a + b) / 2;
    if (Math.abs(best.at - middle) <= 2 * tolerance - (b - a) / 2) break;
    let golden = true;
    if (Math.abs(before) > tolerance) {
      const toSecond = (best.at - second.at) * (best.value - third.value);
      const toThird = (best.at - third.at) * (best.value - second.value);
      let top = (best.at - third.at) * toThird - (best.at - second.at) * toSecond;
      let bottom = 2 * (toThird - toSecond);
      if (bottom > 0) top = -top;
      else bottom = -bottom;
      // Taken only where it lands inside and moves less than half as far as the step before last.
      if (
        Math.abs(top) < Math.abs((bottom * before) / 2) &&
        top > bottom * (a - best.at) &&
        top < bottom * (b - best.at)
      ) {
        before = step;
        step = top / bottom;
        const landed = best.at + step;
        if (landed - a < 2 * tolerance || b - landed < 2 * tolerance)
          step = best.at < middle ? tolerance : -tolerance;
        golden = false;
      }
    }
    if (golden) {
      before = best.at < middle ? b - best.at : a - best.at;
      step = GOLDEN_SHARE * before;
    }
    const at = best.at + (Math.abs(step) >= tolerance ? step : Math.sign(step) * tolerance);
    const sample = { at, value: evaluate(at) };
    if (sample.value <= best.value) {
      if (at < best.at) b = best.at;
      else a = best.at;
      third = second;
      second = best;
      best = sample;
    } else {
      if (at < best.at) a = at;
      else b = at;
      if (sample.value <= second.value || second === best) {
        third = second;
        second = sample;
      } else if (sample.value <= third.value || third === best || third === second) {
        third = sample;
      }
    }
  }
  return best;
}
