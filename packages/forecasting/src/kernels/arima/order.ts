/** ARIMA(p, d, q)(P, D, Q)[season]: φ(B) Φ(Bᵐ) (1 − B)ᵈ (1 − Bᵐ)ᴰ y = θ(B) Θ(Bᵐ) ε (Box & Jenkins 1976, chapter 9). */
export interface ArimaOrder {
  /** Autoregressive terms. */
  readonly p: number;
  /** Differences. */
  readonly d: number;
  /** Moving-average terms. */
  readonly q: number;
  /** Seasonal autoregressive terms. */
  readonly P: number;
  /** Seasonal differences. */
  readonly D: number;
  /** Seasonal moving-average terms. */
  readonly Q: number;
  /** Periods a season; 1 = none. */
  readonly season: number;
}

/** Largest numbers of terms, ordinary and seasonal, of a search (Hyndman & Khandakar 2008, section 3.2). */
export const MOST_TERMS = 5;
export const MOST_SEASONAL_TERMS = 2;

/** Coefficients to be estimated: [φ₁ … φp, θ₁ … θq, Φ₁ … ΦP, Θ₁ … ΘQ], the moving average with plus signs. */
export function coefficientCount({ p, q, P, Q }: ArimaOrder): number {
  return p + q + P + Q;
}

/** Values that differencing costs. */
export function lostToDifferences({ d, D, season }: ArimaOrder): number {
  return d + D * season;
}

/** Where each of the four polynomials stands in the coefficients, with the lag between its terms. */
export function polynomialsOf({ p, q, P, Q, season }: ArimaOrder) {
  return [
    { at: 0, count: p, lag: 1, moving: false },
    { at: p, count: q, lag: 1, moving: true },
    { at: p + q, count: P, lag: season, moving: false },
    { at: p + q + P, count: Q, lag: season, moving: true },
  ] as const;
}
