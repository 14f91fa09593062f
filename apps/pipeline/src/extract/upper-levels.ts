import type { Period } from '@shelfcast/domain';
import type { History } from './history.ts';
import type { ClosedPeriods, RunSpan } from './run-calendar.ts';

interface Sums {
  /** First period that a series of the location has. */
  begins: Period;
  readonly units: Float64Array;
}

/** What a level above the series sold, and when it is closed ahead. */
export interface UpperHistory {
  readonly history: History;
  readonly ahead: Uint8Array;
}

/** Locations that sell at least this share of everything are missed when they are closed. */
const MOST_OF_SALES = 0.5;
/** How often, and in which share of such periods, the others must have sold nothing either for that to be expected. */
const FEWEST_PROOFS = 4;
const NEARLY_ALWAYS = 0.95;

/**
 * Adds up series into their locations and the whole tenant, which are then forecast as series of their own. Holds one
 * number a period and location: 10,000 locations over five years are 146 MB.
 */
export class UpperLevels {
  readonly #span: RunSpan;
  readonly #closed: (location: number) => ClosedPeriods;
  readonly #sums = new Map<number, Sums>();

  constructor(span: RunSpan, closed: (location: number) => ClosedPeriods) {
    this.#span = span;
    this.#closed = closed;
  }

  add(location: number, history: History): void {
    const { first, origin } = this.#span;
    let sums = this.#sums.get(location);
    if (!sums) {
      sums = { begins: history.first, units: new Float64Array(origin + 1 - first) };
      this.#sums.set(location, sums);
    }
    sums.begins = Math.min(sums.begins, history.first);
    const from = history.first - first;
    for (let i = 0; i < history.values.length; i++) {
      if (!Number.isNaN(history.values[i])) sums.units[from + i] += history.values[i];
    }
  }

  /** Locations in order of their ids. */
  *locations(): Generator<UpperHistory & { readonly location: number }> {
    for (const location of [...this.#sums.keys()].sort((a, b) => a - b)) {
      const closed = this.#closed(location);
      const sums = this.#sums.get(location) as Sums;
      const past = new Set(closed.past);
      yield { location, history: this.#history(sums, (period) => past.has(period)), ahead: closed.ahead };
    }
  }

  /** What each location sold in all. */
  weights(): Map<number, number> {
    return new Map(
      [...this.#sums].map(([location, { units }]) => [location, units.reduce((sum, sold) => sum + sold, 0)]),
    );
  }

  /**
   * The tenant: closed where every location that has begun to sell is. And where those that sell most of everything are and the
   * others sold nothing either: small ones whose own habits are too irregular to tell (a warehouse's foreign orders). Ahead that is expected
   * where it was nearly always so.
   */
  total(): UpperHistory {
    const { first, origin, horizon } = this.#span;
    const units = new Float64Array(origin + 1 - first);
    const began = new Float64Array(units.length);
    const shut = new Float64Array(units.length);
    const closedAhead = new Float64Array(horizon);
    const weights = this.weights();
    let whole = 0;
    let begins = origin + 1;
    for (const [location, sums] of this.#sums) {
      // Something, so that locations that only took goods back or sold nothing still count among “every”.
      const weight = Math.max(weights.get(location) as number, Number.MIN_VALUE);
      whole += weight;
      begins = Math.min(begins, sums.begins);
      for (let i = Math.max(0, sums.begins - first); i < units.length; i++) {
        units[i] += sums.units[i];
        began[i] += weight;
      }
      const closed = this.#closed(location);
      for (const period of closed.past) if (period >= sums.begins) shut[period - first] += weight;
      for (let k = 0; k < horizon; k++) closedAhead[k] += weight * closed.ahead[k];
    }
    const mostly = (i: number): boolean => shut[i] > 0 && shut[i] >= MOST_OF_SALES * began[i];
    let proofs = 0;
    let nothing = 0;
    for (let i = 0; i < units.length; i++) {
      if (!mostly(i)) continue;
      proofs += 1;
      if (units[i] === 0) nothing += 1;
    }
    const proven = proofs >= FEWEST_PROOFS && nothing >= NEARLY_ALWAYS * proofs;
    const ahead = Uint8Array.from(closedAhead, (weight) =>
      weight > 0 && (weight >= whole || (proven && weight >= MOST_OF_SALES * whole)) ? 1 : 0,
    );
    return { history: this.#history({ begins, units }, (period) => mostly(period - first)), ahead };
  }

  #history({ begins, units }: Sums, closed: (period: Period) => boolean): History {
    const { first } = this.#span;
    const values = units.slice(begins - first);
    for (let i = 0; i < values.length; i++) {
      if (values[i] === 0 && closed(begins + i)) values[i] = Number.NaN;
    }
    return { first: begins, values };
  }
}
