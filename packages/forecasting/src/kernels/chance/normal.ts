/**
 * A standard normal number from two uniform ones in [0, 1) (Box & Muller 1958, Annals of Mathematical Statistics 29). The
 * second one that they would give is left: a sampler without a memory gives the same draws wherever it is begun.
 */
export function standardNormal(random: () => number): number {
  // 1 − u lies in (0, 1], of which there is a logarithm.
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}
