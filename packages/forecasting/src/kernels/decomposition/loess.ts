/**
 * Loess on evenly spaced values: at each place a mean or a line through its neighbours, which weigh the less the farther
 * they are (Cleveland 1979, JASA 74; as a step of STL: Cleveland, Cleveland, McRae & Terpenning 1990, Journal of Official
 * Statistics 6, 2.2). With even spacing and no robustness weights the result is a weighted sum whose weights depend on
 * nothing but the place: they are computed once, away from the ends once for all places, and used for every pass.
 */
export interface Loess {
  /** Values that it smooths. */
  readonly length: number;
  /** Neighbours of a place. */
  readonly window: number;
  /** Places that are computed, increasing; between them lines are drawn. May include −1 and `length`. */
  readonly places: Int32Array;
  /** First neighbour of each place. */
  readonly lefts: Int32Array;
  /** Where each place's weights begin. */
  readonly weightsAt: Int32Array;
  readonly weights: Float64Array;
}

/** How values are smoothed. */
export interface LoessSpan {
  /** Neighbours of a place, odd; more than there are values make a smoother still. */
  readonly window: number;
  /** 0: a mean, 1: a line. */
  readonly degree: 0 | 1;
  /** Every how many places are computed; 1 for all. */
  readonly jump: number;
}

/** Neighbours nearer than this share of the farthest weigh fully, those beyond the other nothing: as in the authors' program. */
const NEAR = 0.001;
const FAR = 0.999;

/**
 * Weights for `length` values.
 *
 * @param extended whether one place before the first and one after the last value are computed too
 */
export function loess(length: number, { window, degree, jump }: LoessSpan, extended = false): Loess {
  const neighbours = Math.min(window, length);
  const places = placesOf(length, Math.max(1, Math.min(jump, length - 1)), extended);
  const lefts = new Int32Array(places.length);
  const weightsAt = new Int32Array(places.length);
  const half = (window - 1) >> 1;
  const beyond = window > length ? (window - length) >> 1 : 0;
  const rows: Float64Array[] = [];
  let offset = Number.NaN;
  for (let i = 0; i < places.length; i++) {
    lefts[i] = Math.max(0, Math.min(places[i] - half, length - neighbours));
    // In the middle every place has its neighbours alike, and so the weights of the place before.
    if (places[i] - lefts[i] !== offset) {
      offset = places[i] - lefts[i];
      rows.push(neighbourWeights(offset, neighbours, degree, beyond, length));
    }
    weightsAt[i] = (rows.length - 1) * neighbours;
  }
  const weights = new Float64Array(rows.length * neighbours);
  for (const [row, values] of rows.entries()) weights.set(values, row * neighbours);
  return { length, window: neighbours, places, lefts, weightsAt, weights };
}

function placesOf(length: number, jump: number, extended: boolean): Int32Array {
  const places: number[] = extended ? [-1] : [];
  for (let place = 0; place < length; place += jump) places.push(place);
  if ((length - 1) % jump !== 0) places.push(length - 1);
  if (extended) places.push(length);
  return Int32Array.from(places);
}

/** Weights of neighbours 0 … count − 1 of a place at `offset` from the first of them: tricube. */
function neighbourWeights(
  offset: number,
  count: number,
  degree: 0 | 1,
  beyond: number,
  length: number,
): Float64Array {
  const weights = new Float64Array(count);
  const farthest = Math.max(offset, count - 1 - offset) + beyond;
  let sum = 0;
  for (let j = 0; j < count; j++) {
    const distance = Math.abs(j - offset);
    if (distance > FAR * farthest) continue;
    weights[j] = distance <= NEAR * farthest ? 1 : tricube(distance / farthest);
    sum += weights[j];
  }
  if (sum === 0) {
    // A single value has no neighbour but itself.
    weights[Math.max(0, Math.min(count - 1, offset))] = 1;
    return weights;
  }
  let centre = 0;
  for (let j = 0; j < count; j++) {
    weights[j] /= sum;
    centre += weights[j] * j;
  }
  if (degree === 0) return weights;
  let squares = 0;
  for (let j = 0; j < count; j++) squares += weights[j] * (j - centre) * (j - centre);
  // Without a spread of neighbours there is no line to draw.
  if (Math.sqrt(squares) <= NEAR * (length - 1)) return weights;
  for (let j = 0; j < count; j++) weights[j] *= 1 + ((offset - centre) * (j - centre)) / squares;
  return weights;
}

function tricube(share: number): number {
  const kept = 1 - share * share * share;
  return kept * kept * kept;
}

/**
 * Smooths values[0, length) into out[at + place × stride] for every place, with lines between those that are computed.
 * Where `extended`, place −1 goes to out[at].
 */
export function smoothLoess(
  { window, places, lefts, weightsAt, weights }: Loess,
  values: Float64Array,
  out: Float64Array,
  at = 0,
  stride = 1,
): void {
  const first = places[0];
  let before = 0;
  for (let i = 0; i < places.length; i++) {
    const left = lefts[i];
    const from = weightsAt[i];
    let here = 0;
    for (let j = 0; j < window; j++) here += weights[from + j] * values[left + j];
    const place = places[i] - first;
    out[at + place * stride] = here;
    const gap = i === 0 ? 1 : places[i] - places[i - 1];
    for (let k = 1; k < gap; k++) out[at + (place - k) * stride] = here + ((before - here) * k) / gap;
    before = here;
  }
}

/** What each value weighs in its own smoothed one: 1 where it is only repeated, 1 ÷ length in the mean of all. */
export function ownWeights({ length, window, places, lefts, weightsAt, weights }: Loess): Float64Array {
  const own = new Float64Array(length);
  const weightOf = (value: number, i: number): number => {
    const j = value - lefts[i];
    return j >= 0 && j < window ? weights[weightsAt[i] + j] : 0;
  };
  for (let i = 0; i < places.length; i++) {
    const from = i === 0 ? places[i] : places[i - 1] + 1;
    for (let t = Math.max(0, from); t <= Math.min(length - 1, places[i]); t++) {
      const share = t === places[i] ? 1 : (t - places[i - 1]) / (places[i] - places[i - 1]);
      own[t] = share * weightOf(t, i) + (share < 1 ? (1 - share) * weightOf(t, i - 1) : 0);
    }
  }
  return own;
}
