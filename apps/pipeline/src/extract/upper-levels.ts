import type { Period } from '@shelfcast/domain';
import type { History } from './history.ts';
import type { ClosedPeriods, RunSpan } from './run-calendar.ts';

interface Sums {
  readonly begins: Period;
  readonly units: Float64Array;
}

/**
 * Adds up series into their locations and the whole tenant, which are then forecast as series of their own. Holds one
 * number a period and location: 10,000 locations over five years are 146 MB.
 */
export class UpperLevels {
  readonly #span: RunSpan;
  readonly #closed: (location: number) => ClosedPeriods;
  readonly #sums = new Map<number, { begins: Period; units: Float64Array }>();

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
  *locations(): Generator<{
    readonly location: number;
    readonly history: History;
    readonly ahead: Uint8Array;
  }> {
    for (const location of [...this.#sums.keys()].sort((a, b) => a - b)) {
      const closed = this.#closed(location);
      const sums = this.#sums.get(location) as Sums;
      yield { location, history: this.#history(sums, new Set(closed.past)), ahead: closed.ahead };
    }
  }

  /** The tenant: closed where every location that has begun to sell is. */
  total(): { readonly history: History; readonly ahead: Uint8Array } {
    const { first, origin, horizon } = this.#span;
    const units = new Float64Array(origin + 1 - first);
    const open = new Int32Array(units.length);
    const closedAhead = new Int32Array(horizon);
    let begins = origin + 1;
    for (const [location, sums] of this.#sums) {
      begins = Math.min(begins, sums.begins);
      for (let i = sums.begins - first; i < units.length; i++) {
        units[i] += sums.units[i];
        open[i] += 1;
      }
      const closed = this.#closed(location);
      for (const period of closed.past) if (period >= sums.begins) open[period - first] -= 1;
      for (let k = 0; k < horizon; k++) closedAhead[k] += closed.ahead[k];
    }
    const shut = new Set<Period>();
    for (let i = 0; i < open.length; i++) if (open[i] === 0) shut.add(first + i);
    const ahead = Uint8Array.from(closedAhead, (count) => (count === this.#sums.size ? 1 : 0));
    return { history: this.#history({ begins, units }, shut), ahead };
  }

  #history({ begins, units }: Sums, closed: ReadonlySet<Period>): History {
    const { first } = this.#span;
    const values = units.slice(begins - first);
    for (let i = 0; i < values.length; i++) {
      if (values[i] === 0 && closed.has(begins + i)) values[i] = Number.NaN;
    }
    return { first: begins, values };
  }
}
