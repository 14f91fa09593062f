import { randomStream } from '../kernels/chance/random.ts';
import { sales } from './series.ts';

const N = Number.NaN;

/** Series that break forecasters, by what is odd about them. None is longer than a slow model may take in a test. */
export const oddSeries: Readonly<Record<string, Float64Array>> = {
  'one point': Float64Array.of(5),
  'two points': Float64Array.of(4, 6),
  'three points': Float64Array.of(4, 6, 5),
  'a zero': Float64Array.of(0),
  'shorter than a season': Float64Array.of(3, 0, 4, 1, 5),
  'a season and a bit': sales(9, 5, 1),
  'two seasons': sales(14, 5, 2),
  constant: new Float64Array(60).fill(5),
  'a constant that no number is exactly': new Float64Array(60).fill(0.1),
  zeros: new Float64Array(60),
  'a single sale': Float64Array.from({ length: 60 }, (_, t) => (t === 31 ? 3 : 0)),
  'a sale at the end': Float64Array.from({ length: 60 }, (_, t) => (t === 59 ? 1 : 0)),
  'leading zeros': sales(60, 6, 3).map((value, t) => (t < 40 ? 0 : value)),
  'trailing zeros': sales(60, 6, 4).map((value, t) => (t < 40 ? value : 0)),
  'every tenth period': Float64Array.from({ length: 70 }, (_, t) => (t % 10 === 4 ? 2 : 0)),
  'zeros and ones in turn': Float64Array.from({ length: 60 }, (_, t) => t % 2),
  'an exact season': Float64Array.from({ length: 70 }, (_, t) => [1, 2, 3, 4, 9, 12, 2][t % 7]),
  'an exact line': Float64Array.from({ length: 60 }, (_, t) => 10 + 3 * t),
  'a line down to zero': Float64Array.from({ length: 60 }, (_, t) => Math.max(0, 100 - 2 * t)),
  'doubling every ten periods': Float64Array.from({ length: 60 }, (_, t) => 2 ** (t / 10)),
  'a step up': sales(70, 5, 5).map((value, t) => (t < 45 ? value : 20 * value)),
  'a step down': sales(70, 50, 6).map((value, t) => (t < 45 ? value : value / 50)),
  'an outlier of a million': sales(70, 8, 7).map((value, t) => (t === 50 ? 1e6 : value)),
  'an outlier at the end': sales(70, 8, 8).map((value, t) => (t === 69 ? 1e6 : value)),
  huge: sales(60, 20, 9).map((value) => value * 1e12),
  tiny: sales(60, 20, 10).map((value) => value * 1e-12),
  'a large level that hardly moves': sales(60, 20, 11).map((value) => 1e9 + value),
  'gaps everywhere': sales(70, 8, 12).map((value, t) => (t % 3 === 0 ? N : value)),
  'a phase that is never observed': sales(70, 8, 13).map((value, t) => (t % 7 === 6 ? N : value)),
  'a long gap': sales(90, 8, 14).map((value, t) => (t > 20 && t < 60 ? N : value)),
  'gaps at both ends': sales(70, 8, 15).map((value, t) => (t < 12 || t > 58 ? N : value)),
  'two observations far apart': Float64Array.from({ length: 60 }, (_, t) => (t === 3 ? 4 : t === 50 ? 7 : N)),
  'returns among the sales': sales(70, 3, 16).map((value, t) => (t % 6 === 0 ? -value : value)),
  'nothing but returns': sales(60, 4, 17).map((value) => -1 - value),
  'a random walk': walk(80, 18),
};

function walk(length: number, seed: number): Float64Array {
  const random = randomStream(seed);
  let level = 50;
  return Float64Array.from({ length }, () => {
    level += 4 * (random() - 0.5);
    return level;
  });
}
