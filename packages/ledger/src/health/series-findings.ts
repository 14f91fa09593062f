import type { Day } from '@shelfcast/domain';
import { inferStockOuts } from '@shelfcast/domain/stock-outs';
import { findOutliers } from './outliers.ts';
import type { LocationRecord } from './read-locations.ts';
import type { SeriesDays } from './read-series-days.ts';
import { Tally } from './tally.ts';

/** A forecast of four weeks can be tested on the past of a series that has at least as much again to learn from. */
export const SHORT_DAYS = 56;
/** A product that has not sold for four weeks may have stopped, if that is no accident. */
const STOPPED_DAYS = 28;
const NO_ACCIDENT = 0.001;
/** Fewer selling days than this say little about how often something sells. */
const FEWEST_SELLING_DAYS = 10;

/** A day that stands out in its series; whether it does at its location, too, is known when all sales have been read. */
interface Candidate {
  readonly series: number;
  readonly location: number;
  readonly day: Day;
  readonly units: number;
  readonly usual: number;
}

/** Days without stock of a series; whether its location sold anything on the inferred ones is known in the end. */
export interface StockOutCandidate {
  readonly series: number;
  readonly location: number;
  /** Units of an open day with stock. */
  readonly usual: number;
  readonly stated: readonly Day[];
  /** Units that were probably not sold on them. */
  readonly statedUnits: number;
  readonly inferred: readonly Day[];
}

/** What the days of each series tell, gathered one series after the other. */
export class SeriesFindings {
  readonly short = new Tally();
  readonly stopped = new Tally();
  readonly future = new Tally();
  readonly outliers: Candidate[] = [];
  readonly stockOuts: StockOutCandidate[] = [];
  units = 0;
  readonly #to: Day;
  readonly #locations: ReadonlyMap<number, LocationRecord>;
  /** Used again for each series: what is thrown away a million times is collected too late. */
  #scratch = new Float64Array(1024);
  #dense = new Float64Array(1024);
  #shut = new Uint8Array(1024);

  constructor(locations: ReadonlyMap<number, LocationRecord>, to: Day) {
    this.#locations = locations;
    this.#to = to;
  }

  add(all: SeriesDays): void {
    const past = this.#withoutFuture(all);
    const record = this.#locations.get(all.location);
    if (past === 0 || record === undefined) return;
    let sum = 0;
    for (let i = 0; i < past; i++) {
      record.days.sell(all.days[i], all.units[i]);
      sum += all.units[i];
    }
    this.units += sum;
    if (this.#to - all.days[0] + 1 < SHORT_DAYS)
      this.short.add(sum, () => ({ series: all.series, from: all.days[0], units: sum }));
    this.#findOutliers(all, past);
    this.#findStockOuts(all, past, record);
    this.#findEnd(all, past, sum, record);
  }

  /** How many entries lie in the past; the others are told apart. */
  #withoutFuture(all: SeriesDays): number {
    let past = all.length;
    while (past > 0 && all.days[past - 1] > this.#to) past -= 1;
    if (past === all.length) return past;
    let units = 0;
    for (let i = past; i < all.length; i++) units += all.units[i];
    const example = { series: all.series, from: all.days[past], to: all.days[all.length - 1], units };
    this.future.add(units, () => example, all.length - past);
    return past;
  }

  #findOutliers({ series, location, days, units }: SeriesDays, past: number): void {
    if (this.#scratch.length < past) this.#scratch = new Float64Array(2 * past);
    const found = findOutliers(units, past, this.#scratch);
    for (const i of found?.at ?? [])
      this.outliers.push({ series, location, day: days[i], units: units[i], usual: found!.usual });
  }

  #findStockOuts(all: SeriesDays, past: number, { days: location }: LocationRecord): void {
    const first = all.days[0];
    const span = all.days[past - 1] - first + 1;
    const nothingToFind = past < FEWEST_SELLING_DAYS || span === past;
    if (nothingToFind && all.withoutStock.length === 0) return;
    if (this.#shut.length < span) {
      this.#dense = new Float64Array(2 * span);
      this.#shut = new Uint8Array(2 * span);
    }
    const units = this.#dense.subarray(0, span).fill(0);
    const closed = this.#shut.subarray(0, span);
    let sum = 0;
    for (let i = 0; i < past; i++) {
      units[all.days[i] - first] = all.units[i];
      sum += all.units[i];
    }
    let open = 0;
    for (let i = 0; i < span; i++) {
      closed[i] = units[i] === 0 && location.isShut(first + i) ? 1 : 0;
      open += 1 - closed[i];
    }
    const stated = all.withoutStock.filter((day) => day >= first && !location.isShut(day));
    const soldOn = stated.map((day) => units[day - first] ?? 0);
    for (const day of stated) if (day < first + span) units[day - first] = Number.NaN;
    const out = inferStockOuts(units, closed);
    const inferred: Day[] = [];
    for (let i = 0; i < span; i++) if (out[i] === 1) inferred.push(first + i);
    if (stated.length + inferred.length === 0) return;
    const usual = this.#usualOf(units, closed, out) ?? sum / Math.max(1, open);
    const statedUnits = soldOn.reduce((lost, sold) => lost + Math.max(0, usual - sold), 0);
    this.stockOuts.push({ series: all.series, location: all.location, usual, stated, statedUnits, inferred });
  }

  /** Units of an open day with stock, on average; undefined where there are too few to tell. */
  #usualOf(units: Float64Array, closed: Uint8Array, out: Uint8Array): number | undefined {
    let days = 0;
    let sum = 0;
    for (let i = 0; i < units.length; i++) {
      if (closed[i] === 1 || out[i] === 1 || Number.isNaN(units[i])) continue;
      days += 1;
      sum += units[i];
    }
    return days < FEWEST_SELLING_DAYS ? undefined : sum / days;
  }

  /** Whether it has stopped selling while its location went on: its open days since are too many to be chance. */
  #findEnd(
    { series, days }: SeriesDays,
    past: number,
    sum: number,
    { last: end, days: at }: LocationRecord,
  ): void {
    const last = days[past - 1];
    if (past < FEWEST_SELLING_DAYS || end - last < STOPPED_DAYS) return;
    let open = 0;
    for (let day = days[0]; day <= last; day++) if (!at.isShut(day)) open += 1;
    let since = 0;
    for (let day = last + 1; day <= end; day++) if (!at.isShut(day)) since += 1;
    const share = Math.min(1, past / Math.max(1, open));
    if (since < STOPPED_DAYS || (1 - share) ** since >= NO_ACCIDENT) return;
    const usual = sum / Math.max(1, open);
    const missing = usual * Math.min(since, SHORT_DAYS);
    this.stopped.add(missing, () => ({ series, from: last, days: since, units: missing, usual }), since);
  }
}
