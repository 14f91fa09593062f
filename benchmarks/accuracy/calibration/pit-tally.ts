import { coverage, meanPit, pinball } from '@shelfcast/forecasting/evaluation';

/** Quantile levels that calibration is asked for: the usual ones and M5's. */
export const ASKED: readonly number[] = [
  0.005, 0.025, 0.05, 0.1, 0.165, 0.25, 0.5, 0.75, 0.835, 0.9, 0.95, 0.975, 0.995,
];
/** Levels that are forecast: so dense that the PIT of a value within an atom is known to half a point. */
export const DENSE: readonly number[] = Array.from({ length: 199 }, (_, j) => (j + 1) / 200);

/** Adds up PITs and losses over series. */
export class PitTally {
  readonly #below = new Float64Array(ASKED.length);
  #values = 0;
  #loss = 0;
  #fastValues = 0;
  #fastWithin = 0;

  /**
   * @param quantiles actual.length × DENSE
   * @param scale that the loss is divided by
   * @param fast whether plain coverage means anything: not for slow items, whose intervals are of whole numbers
   */
  add(actual: Float64Array, quantiles: Float64Array, scale: number, fast: boolean): void {
    let observed = 0;
    for (const value of actual) if (!Number.isNaN(value)) observed++;
    if (observed === 0) return;
    const shares = meanPit(actual, quantiles, DENSE, ASKED);
    for (let j = 0; j < ASKED.length; j++) this.#below[j] += shares[j] * observed;
    const [loss] = pinball(actual, quantiles, DENSE, Uint32Array.of(0, actual.length));
    this.#loss += (loss / scale) * observed;
    this.#values += observed;
    if (!fast) return;
    const column = (level: number): Float64Array => {
      const j = DENSE.indexOf(level);
      return Float64Array.from(actual, (_, t) => quantiles[t * DENSE.length + j]);
    };
    const [within] = coverage(actual, column(0.1), column(0.9), Uint32Array.of(0, actual.length));
    this.#fastWithin += within * observed;
    this.#fastValues += observed;
  }

  /** Points by which the share of PITs at or below each asked level differs from that level. */
  get deviations(): number[] {
    return ASKED.map((level, j) => 100 * (this.#below[j] / this.#values - level));
  }

  /** Share of the fast items' values within their 80 % interval; undefined without any. */
  get coverage80(): number | undefined {
    return this.#fastValues > 0 ? this.#fastWithin / this.#fastValues : undefined;
  }

  /** Scaled pinball loss, mean over levels and values. */
  get loss(): number {
    return this.#loss / this.#values;
  }
}
