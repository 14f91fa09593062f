/** Resamples; the ends of a 95 % interval are then known to about a twentieth of its width. */
const RESAMPLES = 1000;

/**
 * 95 % percentile interval of a statistic over series, by resampling series with a fixed seed (Efron 1979). The
 * statistic is given the series drawn, as indices.
 */
export function bootstrapInterval(
  count: number,
  statistic: (drawn: Int32Array) => number,
): readonly [number, number] {
  const random = generator(20_261_122);
  const drawn = new Int32Array(count);
  const found = Float64Array.from({ length: RESAMPLES }, () => {
    for (let i = 0; i < count; i++) drawn[i] = Math.floor(random() * count);
    return statistic(drawn);
  }).sort();
  return [found[Math.floor(0.025 * RESAMPLES)], found[Math.ceil(0.975 * RESAMPLES) - 1]];
}

/** Park and Miller's generator with the multiplier 48271: small, and the same everywhere. */
export function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}
