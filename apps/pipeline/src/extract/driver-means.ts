import type { History } from './history.ts';
import type { RunSpan } from './run-calendar.ts';

/** 320 MB for sums and weights together. Beyond it upper levels go without: the products' own drivers matter more. */
const MOST_NUMBERS = 20_000_000;

interface Means {
  /** drivers × periods, history and horizon. */
  readonly sums: Float64Array;
  readonly weights: Float64Array;
}

/**
 * Drivers of locations and of the tenant: the mean of what their products carry, each by what it sold in all, over those of which
 * it is known. The share of sales that is on promotion is such a mean.
 */
export class DriverMeans {
  readonly #span: RunSpan;
  readonly #drivers: number;
  readonly #byLocation = new Map<number, Means>();
  #off = false;

  constructor(span: RunSpan, drivers: number) {
    this.#span = span;
    this.#drivers = drivers;
  }

  /** `columns`: the series' drivers over its history and the horizon. */
  add(location: number, history: History, columns: readonly Float64Array[]): void {
    if (this.#off || this.#drivers === 0) return;
    const weight = history.values.reduce((sum, units) => sum + (units > 0 ? units : 0), 0);
    if (weight === 0) return;
    const means = this.#of(location);
    if (!means) return;
    const length = this.#length();
    const from = history.first - this.#span.first;
    columns.forEach((column, d) => {
      for (let t = 0; t < column.length; t++) {
        if (Number.isNaN(column[t])) continue;
        means.sums[d * length + from + t] += weight * column[t];
        means.weights[d * length + from + t] += weight;
      }
    });
  }

  /** A location's columns from a history's first period to the end of the horizon; NaN = known of none of its products. */
  ofLocation(location: number, { first }: History): Float64Array[] | undefined {
    const means = this.#byLocation.get(location);
    return means && this.#columns([means], first);
  }

  ofAll({ first }: History): Float64Array[] | undefined {
    return this.#byLocation.size === 0 ? undefined : this.#columns([...this.#byLocation.values()], first);
  }

  #of(location: number): Means | undefined {
    const known = this.#byLocation.get(location);
    if (known) return known;
    const length = this.#drivers * this.#length();
    if ((this.#byLocation.size + 1) * length > MOST_NUMBERS) {
      this.#off = true;
      this.#byLocation.clear();
      return undefined;
    }
    const means = { sums: new Float64Array(length), weights: new Float64Array(length) };
    this.#byLocation.set(location, means);
    return means;
  }

  #columns(all: readonly Means[], first: number): Float64Array[] {
    const length = this.#length();
    const from = first - this.#span.first;
    return Array.from({ length: this.#drivers }, (_, d) =>
      Float64Array.from({ length: length - from }, (_, t) => {
        const at = d * length + from + t;
        let sum = 0;
        let weight = 0;
        for (const means of all) {
          sum += means.sums[at];
          weight += means.weights[at];
        }
        return weight === 0 ? Number.NaN : sum / weight;
      }),
    );
  }

  #length(): number {
    return this.#span.origin - this.#span.first + 1 + this.#span.horizon;
  }
}
