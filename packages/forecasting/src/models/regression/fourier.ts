/** Waves of one long season: a cosine and a sine for each harmonic. */
export interface Waves {
  /** Periods, not necessarily whole. */
  readonly season: number;
  readonly harmonics: number;
}

/** Harmonics at most: the sixteenth of a year is a wave of three weeks, as short as the weeks before a feast. */
const MOST_HARMONICS = 16;
/** A season must have been seen this often: with less, waves and trend can't be told apart. */
const FEWEST_SEASONS = 1.25;

/**
 * Fourier terms of long seasons (Young, Pedregal & Tych 1999; FPP3, 7.4 and 12.1): nothing for a season of which too little
 * was seen. How many harmonics count is decided by their shrinkage and not by a cut-off.
 */
export function wavesOf(seasons: readonly number[], length: number): Waves[] {
  const waves: Waves[] = [];
  for (const season of new Set(seasons)) {
    // Beyond half the season's length waves repeat others.
    const harmonics = Math.min(MOST_HARMONICS, Math.ceil(season / 2) - 1);
    if (length >= FEWEST_SEASONS * season && harmonics > 0) waves.push({ season, harmonics });
  }
  return waves;
}

/** Variance of a harmonic's coefficients before the data, the first one's being 1: 1/k², as of a season without jumps. */
export function harmonicWeight(k: number): number {
  return 1 / (k * k);
}

/** Writes cos and sin of each harmonic at t into row[at …], by the sums of angles: two functions a period in place of 2K. */
export function writeWaves({ season, harmonics }: Waves, t: number, row: Float64Array, at: number): void {
  const angle = (2 * Math.PI * (t % season)) / season;
  const cos = Math.cos(angle);
  const sin = Math.sin(angle);
  let c = 1;
  let s = 0;
  for (let k = 0; k < harmonics; k++) {
    const next = c * cos - s * sin;
    s = s * cos + c * sin;
    c = next;
    row[at + 2 * k] = c;
    row[at + 2 * k + 1] = s;
  }
}
