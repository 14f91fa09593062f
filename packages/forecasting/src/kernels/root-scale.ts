/**
 * The scale on which errors of sales have about the same spread at any level: the square root (Bartlett 1936, for
 * counts), with its sign, so that returns fit in too. Quantiles pass unchanged through it, because it is monotone.
 */
export function toRoot(value: number): number {
  return value < 0 ? -Math.sqrt(-value) : Math.sqrt(value);
}

export function fromRoot(root: number): number {
  return root < 0 ? -root * root : root * root;
}
