import type { Panel } from '../contract.ts';
import { randomStream } from '../kernels/chance/random.ts';

/** A panel of these series. */
export function panelOf(...series: ArrayLike<number>[]): Panel {
  const offsets = new Uint32Array(series.length + 1);
  for (let i = 0; i < series.length; i++) offsets[i + 1] = offsets[i] + series[i].length;
  const values = new Float64Array(offsets[series.length]);
  for (let i = 0; i < series.length; i++) values.set(series[i], offsets[i]);
  return { values, offsets };
}

/** Made-up sales, whole numbers with a weekly season around `level`: the same for the same seed. */
export function sales(length: number, level: number, seed: number): Float64Array {
  const random = randomStream(seed);
  return Float64Array.from({ length }, (_, t) => {
    const mean = level * (1 + 0.5 * Math.sin((2 * Math.PI * t) / 7));
    return poisson(mean, random);
  });
}

/** Knuth's method, for small means; around large ones a rounded uniform spread does for tests. */
function poisson(mean: number, random: () => number): number {
  if (mean > 30) return Math.round(mean * (0.7 + 0.6 * random()));
  const limit = Math.exp(-mean);
  let count = 0;
  for (let product = random(); product > limit; product *= random()) count++;
  return count;
}
