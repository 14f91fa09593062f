/** Sums over buckets of whole periods that end with a history, and exponential smoothing from bucket to bucket. */

/**
 * sums[n]: the sum of the first n observed values. Any bucket is then one subtraction, exact for whole numbers up to 2^53
 * and otherwise to a rounding of the largest sum. Periods not observed are left out.
 */
export function runningSums(values: Float64Array): { sums: Float64Array; observed: number } {
  const sums = new Float64Array(values.length + 1);
  let observed = 0;
  let sum = 0;
  for (let t = 0; t < values.length; t++) {
    const value = values[t];
    if (Number.isNaN(value)) continue;
    sum += value;
    sums[++observed] = sum;
  }
  return { sums, observed };
}

/** Writes the sums of the whole buckets of `size` periods that end at `end`, oldest first; returns how many there are. */
export function bucketSums(sums: Float64Array, end: number, size: number, into: Float64Array): number {
  const count = Math.floor(end / size);
  let at = end - count * size;
  for (let i = 0; i < count; i++, at += size) into[i] = sums[at + size] - sums[at];
  return count;
}

/**
 * Demand a period by smoothing buckets, at each of `ends` (increasing; how many observed values precede it), added to
 * rates[]. Buckets are cut from each end backwards: ends that are whole buckets apart share theirs, so that all of them
 * together cost no more than a pass a cut. Before there is one whole bucket the mean stands; NaN for no value at all.
 */
export function addBucketRates(
  sums: Float64Array,
  ends: Int32Array,
  size: number,
  alpha: number,
  rates: Float64Array,
): void {
  const levels = new Float64Array(size);
  const reached = new Int32Array(size);
  for (let r = 0; r < ends.length; r++) {
    const end = ends[r];
    if (end < size) {
      rates[r] += sums[end] / end;
      continue;
    }
    const cut = end % size;
    let at = reached[cut];
    let level = levels[cut];
    if (at === 0) {
      at = cut + size;
      level = sums[at] - sums[cut];
    }
    for (; at < end; at += size) level += alpha * (sums[at + size] - sums[at] - level);
    reached[cut] = end;
    levels[cut] = level;
    rates[r] += level / size;
  }
}

/** How many values are observed before each origin. */
export function observedBefore(values: Float64Array, origins: Int32Array): Int32Array {
  const ends = new Int32Array(origins.length);
  let observed = 0;
  let t = 0;
  for (let r = 0; r < origins.length; r++) {
    for (; t < origins[r]; t++) if (!Number.isNaN(values[t])) observed++;
    ends[r] = observed;
  }
  return ends;
}
