const INVERSE_GOLDEN_RATIO = (Math.sqrt(5) - 1) / 2;

/**
 * Argument in [low, high] where `evaluate` is smallest, to within `tolerance`, for a function with one valley there
 * (Kiefer 1953). Evaluates once a step, about 1.44 log2((high − low) / tolerance) times.
 */
export function goldenSection(
  evaluate: (x: number) => number,
  low: number,
  high: number,
  tolerance: number,
): number {
  let a = low;
  let b = high;
  let left = b - INVERSE_GOLDEN_RATIO * (b - a);
  let right = a + INVERSE_GOLDEN_RATIO * (b - a);
  let atLeft = evaluate(left);
  let atRight = evaluate(right);
  while (b - a > tolerance) {
    if (atLeft <= atRight) {
      b = right;
      right = left;
      atRight = atLeft;
      left = b - INVERSE_GOLDEN_RATIO * (b - a);
      atLeft = evaluate(left);
    } else {
      a = left;
      left = right;
      atLeft = atRight;
      right = a + INVERSE_GOLDEN_RATIO * (b - a);
      atRight = evaluate(right);
    }
  }
  return (a + b) / 2;
}
