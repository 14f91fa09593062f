/** One pair of waves of a long season. */
export interface FourierTerm {
  readonly name: string;
  /** Radians a period. */
  readonly frequency: number;
  /** Variance of its coefficients before the data, the first harmonic's being 1. */
  readonly weight: number;
}

/** Harmonics at most: the sixteenth of a year is a wave of three weeks, as short as the weeks before a feast. */
const MOST_HARMONICS = 16;
/** A season must have been seen this often: with less, waves and trend can't be told apart. */
const FEWEST_SEASONS = 1.25;

/**
 * Fourier terms of long seasons (Young, Pedregal & Tych 1999; FPP3, 7.4 and 12.1). Each harmonic's prior variance is one
 * over its number squared, as of a season without jumps, so that how many harmonics count is decided by the shrinkage
 * and not by a cut-off. Nothing for a season of which too little was seen.
 *
 * @param seasons in periods, not necessarily whole
 */
export function fourierTerms(seasons: readonly number[], length: number): FourierTerm[] {
  const terms: FourierTerm[] = [];
  for (const season of new Set(seasons)) {
    if (length < FEWEST_SEASONS * season) continue;
    // Beyond half the season's length waves repeat others.
    const harmonics = Math.min(MOST_HARMONICS, Math.ceil(season / 2) - 1);
    for (let k = 1; k <= harmonics; k++)
      terms.push({ name: `${k}/${season}`, frequency: (2 * Math.PI * k) / season, weight: 1 / (k * k) });
  }
  return terms;
}
