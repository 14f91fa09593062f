import { bySeries } from './series.ts';

/**
 * Continuous ranked probability score of each series from quantile forecasts, in the unit of its values: twice the integral of
 * pinball loss over the levels (Gneiting & Ranjan 2011, JBES 29, eq. 14), each level standing for the levels nearer to
 * it than to any other. Levels must be dense for it to be exact.
 *
 * @param actual NaN = not observed: left out
 * @param quantiles actual.length × levels
 * @param levels increasing, in (0, 1)
 * @param offsets series count + 1
 */
export function crpsFromQuantiles(
  actual: Float64Array,
  quantiles: Float64Array,
  levels: readonly number[],
  offsets: Uint32Array,
): Float64Array {
  const widths = levels.map((level, j) => {
    const low = j === 0 ? 0 : (levels[j - 1] + level) / 2;
    const high = j === levels.length - 1 ? 1 : (level + levels[j + 1]) / 2;
    return high - low;
  });
  return bySeries(offsets, (from, to) => {
    let sum = 0;
    let count = 0;
    for (let t = from; t < to; t++) {
      if (Number.isNaN(actual[t])) continue;
      for (let j = 0; j < levels.length; j++) {
        const above = actual[t] - quantiles[t * levels.length + j];
        sum += 2 * widths[j] * (above >= 0 ? levels[j] * above : (levels[j] - 1) * above);
      }
      count++;
    }
    return sum / count;
  });
}

/**
 * Continuous ranked probability score of each series from samples, in the unit of its values: E|X − y| − E|X − X′| ÷ 2 over the
 * samples' own distribution (Gneiting & Raftery 2007, JASA 102, eq. 21).
 *
 * @param actual NaN = not observed: left out
 * @param samples actual.length × count: value t's samples are [t × count, (t + 1) × count), in any order
 * @param count samples a value
 * @param offsets series count + 1
 */
export function crpsFromSamples(
  actual: Float64Array,
  samples: Float64Array,
  count: number,
  offsets: Uint32Array,
): Float64Array {
  return bySeries(offsets, (from, to) => {
    let sum = 0;
    let observed = 0;
    for (let t = from; t < to; t++) {
      if (Number.isNaN(actual[t])) continue;
      const sorted = samples.slice(t * count, (t + 1) * count).sort();
      let distance = 0;
      let between = 0;
      for (let k = 0; k < count; k++) {
        distance += Math.abs(sorted[k] - actual[t]);
        // Σ over pairs of |x − x′| is Σ over the order of (2 k + 1 − count) x, twice.
        between += (2 * k + 1 - count) * sorted[k];
      }
      sum += distance / count - between / (count * count);
      observed++;
    }
    return sum / observed;
  });
}
