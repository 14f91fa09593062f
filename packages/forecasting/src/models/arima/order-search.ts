import { type ArimaEstimate, estimateExactly, estimateQuickly, type Terms } from '../../kernels/arima/fit.ts';
import { MOST_SEASONAL_TERMS, MOST_TERMS } from '../../kernels/arima/order.ts';
import { rootsBeyond } from '../../kernels/arima/polynomials.ts';
import type { ArimaSeries } from '../../kernels/arima/series.ts';
import { startsOf } from './search-starts.ts';

/**
 * Models with a root nearer to the unit circle, in B or Bᵐ, are passed over. Hyndman & Khandakar keep 1.01 away, in B even for
 * seasonal terms, for the sake of their arithmetic (section 3.2); the exact filter here loses no digits, and a season that
 * changes slowly has roots between. On M5 before d_1857 1.001 forecast better than 1.01 and 1.0001 (0.7264, 0.7270, 0.7309).
 */
const LEAST_ROOT = 1.001;
/** Complete series this short are searched with exact likelihoods; others with exact likelihoods at least-squares estimates. */
const SHORT = 150;
/** Log-likelihood that candidates may be short of: no criterion that differs by less is a reason to choose. */
const NEAR_TOP = 0.01;
/** Candidates that are estimated exactly at the end of a search that was not; with gaps that costs twenty times as much. */
const FINALISTS = 3;
const FINALISTS_WITH_GAPS = 1;
/** Models of one search: forecast's and statsforecast's limit. */
const MOST_MODELS = 94;

interface Candidate extends Terms {
  readonly constant: boolean;
}

/**
 * Order and constant of smallest AICc by the stepwise search of Hyndman & Khandakar (2008, section 3.2): four models to
 * begin with, then neighbours of the best one until none is better. Every candidate starts from the best one's
 * coefficients, so that a neighbour costs a few steps. Undefined where no candidate can be estimated soundly.
 */
export function searchOrder(series: ArimaSeries): ArimaEstimate | undefined {
  const search = new Search(series);
  search.begin();
  while (search.improve());
  return search.finish();
}

class Search {
  readonly #series: ArimaSeries;
  readonly #exact: boolean;
  readonly #most: Terms;
  readonly #mayBeConstant: boolean;
  readonly #tried = new Map<string, ArimaEstimate | undefined>();
  #best: ArimaEstimate | undefined;

  constructor(series: ArimaSeries) {
    this.#series = series;
    const { d, D, season } = series.differences;
    const third = Math.floor((series.used + d + D * season) / 3);
    const terms = Math.min(MOST_TERMS, third, season > 1 ? season - 1 : MOST_TERMS);
    const seasonal = season > 1 ? Math.min(MOST_SEASONAL_TERMS, Math.floor(third / season)) : 0;
    this.#most = { p: terms, q: terms, P: seasonal, Q: seasonal };
    this.#exact = series.used <= SHORT && series.complete;
    this.#mayBeConstant = d + D <= 1;
  }

  begin(): void {
    const { p, P } = this.#most;
    const constant = this.#mayBeConstant;
    const two = Math.min(2, p, this.#series.used < 10 ? 1 : 2);
    const one = Math.min(1, p);
    const seasonal = this.#series.used < 10 ? 0 : Math.min(1, P);
    this.#try({ p: 0, q: 0, P: 0, Q: 0, constant });
    this.#try({ p: one, q: 0, P: seasonal, Q: 0, constant });
    this.#try({ p: 0, q: one, P: 0, Q: seasonal, constant });
    this.#try({ p: two, q: two, P: seasonal, Q: seasonal, constant });
    if (constant) this.#try({ p: 0, q: 0, P: 0, Q: 0, constant: false });
  }

  /** Tries the best model's neighbours until one is better; false where none is. */
  improve(): boolean {
    const best = this.#best;
    if (best === undefined) return false;
    const { p, q, P, Q } = best.order;
    for (const [dP, dQ] of STEPS)
      if (this.#try({ p, q, P: P + dP, Q: Q + dQ, constant: best.constant })) return true;
    for (const [dp, dq] of STEPS)
      if (this.#try({ p: p + dp, q: q + dq, P, Q, constant: best.constant })) return true;
    return this.#mayBeConstant && this.#try({ p, q, P, Q, constant: !best.constant });
  }

  /** Whether this candidate is new and the best so far. */
  #try(candidate: Candidate): boolean {
    const { p, q, P, Q, constant } = candidate;
    const key = `${p},${q},${P},${Q},${constant}`;
    const most = this.#most;
    const outside = Math.min(p, q, P, Q) < 0 || p > most.p || q > most.q || P > most.P || Q > most.Q;
    if (outside || this.#tried.has(key) || this.#tried.size >= MOST_MODELS) return false;
    const [quick] = startsOf(candidate, this.#best)
      .map((start) => estimateQuickly(this.#series, candidate, constant, start))
      .sort((a, b) => b.logLikelihood - a.logLikelihood);
    const estimate = this.#exact ? this.#refined(quick, NEAR_TOP) : quick;
    const usable = isSound(estimate) ? estimate : undefined;
    this.#tried.set(key, usable);
    if (usable === undefined || !(usable.aicc < (this.#best?.aicc ?? Number.POSITIVE_INFINITY))) return false;
    this.#best = usable;
    return true;
  }

  /** The best, its coefficients refined as far as they go. */
  finish(): ArimaEstimate | undefined {
    const best = this.#exact ? this.#best : this.#bestOfLeaders();
    return best && this.#refined(best);
  }

  /** The best by exact likelihood of the few that lead. */
  #bestOfLeaders(): ArimaEstimate | undefined {
    const ranked = [...this.#tried.values()].filter((estimate) => estimate !== undefined);
    ranked.sort((a, b) => a.aicc - b.aicc);
    let best: ArimaEstimate | undefined;
    for (const leader of ranked.slice(0, this.#series.complete ? FINALISTS : FINALISTS_WITH_GAPS)) {
      const estimate = this.#refined(leader, NEAR_TOP);
      if (best === undefined || estimate.aicc < best.aicc) best = estimate;
    }
    return best;
  }

  /** At the top of the likelihood; where that is on the circle, the sound estimate that there was is as far as it goes. */
  #refined(estimate: ArimaEstimate, tolerance?: number): ArimaEstimate {
    const { order, constant, coefficients } = estimate;
    const exact = estimateExactly(this.#series, order, constant, coefficients, tolerance);
    return isSound(exact) ? exact : estimate;
  }
}

/** One less, one more, and both numbers of terms at once, in the order of forecast's auto.arima. */
const STEPS = [
  [-1, 0],
  [0, -1],
  [1, 0],
  [0, 1],
  [-1, -1],
  [-1, 1],
  [1, -1],
  [1, 1],
] as const;

/** Whether an estimate can be used: its criterion is a number, and no root is near the circle. */
export function isSound({ aicc, coefficients, order }: ArimaEstimate): boolean {
  return Number.isFinite(aicc) && rootsBeyond(LEAST_ROOT, coefficients, order);
}
