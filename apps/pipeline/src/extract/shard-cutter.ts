import type { Level } from '@shelfcast/domain';
import type { Label, Shard } from '@shelfcast/shards';
import type { History } from './history.ts';

/** One series on its way into a shard. */
export interface CutSeries {
  readonly level: Level;
  readonly label: Label;
  readonly history: History;
  readonly ahead: Uint8Array;
  /** The number of the calendar that it follows. */
  readonly calendar: number;
  /** A column a driver of the run, each over history and horizon; without, nothing is known of them. */
  readonly drivers?: readonly Float64Array[];
}

export interface CutShard {
  readonly shard: Shard;
  readonly labels: readonly Label[];
}

/**
 * Collects series into shards of about `valuesAShard` history values, never mixing levels. Feed it series in order of level and
 * key; it never holds more than one shard.
 */
export class ShardCutter {
  readonly #horizon: number;
  readonly #valuesAShard: number;
  readonly #drivers: readonly string[];
  #series: CutSeries[] = [];
  #values = 0;

  constructor(horizon: number, valuesAShard: number, drivers: readonly string[] = []) {
    this.#drivers = drivers;
    this.#horizon = horizon;
    this.#valuesAShard = valuesAShard;
  }

  /** Takes a series, and gives back a shard when one is full or a level ends. */
  add(series: CutSeries): CutShard | undefined {
    // A short series costs too: its candidates, its horizon and its label. Counted as one horizon more.
    const size = series.history.values.length + this.#horizon;
    const full =
      this.#series.length > 0 &&
      (this.#values + size > this.#valuesAShard || this.#series[0].level !== series.level);
    const cut = full ? this.end() : undefined;
    this.#series.push(series);
    this.#values += size;
    return cut;
  }

  /** What is left, as the last shard. */
  end(): CutShard | undefined {
    if (this.#series.length === 0) return undefined;
    const series = this.#series;
    this.#series = [];
    this.#values = 0;
    return { shard: flat(series, this.#horizon, this.#drivers), labels: series.map(({ label }) => label) };
  }
}

function flat(series: readonly CutSeries[], horizon: number, drivers: readonly string[]): Shard {
  const offsets = new Uint32Array(series.length + 1);
  series.forEach(({ history }, i) => {
    offsets[i + 1] = offsets[i] + history.values.length;
  });
  const values = new Float64Array(offsets[series.length]);
  const closed = new Uint8Array(series.length * horizon);
  series.forEach(({ history, ahead }, i) => {
    values.set(history.values, offsets[i]);
    closed.set(ahead, i * horizon);
  });
  return {
    level: series[0].level,
    keys: Float64Array.from(series, ({ label }) => label.key),
    first: Int32Array.from(series, ({ history }) => history.first),
    offsets,
    values,
    horizon,
    closed,
    calendars: Int32Array.from(series, ({ calendar }) => calendar),
    drivers: drivers.map((name, d) => {
      const column = new Float64Array(values.length + closed.length).fill(Number.NaN);
      series.forEach((one, i) => {
        if (one.drivers) column.set(one.drivers[d], offsets[i] + i * horizon);
      });
      return { name, column };
    }),
  };
}
