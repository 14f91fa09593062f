import { type Day, weekday } from '@shelfcast/domain';
import type { DayMark } from './report.ts';

/** Below four weeks a habit is a guess. */
const FEWEST_DAYS = 28;
/** A location that sells on four of five days it is open on sells on nearly every day. */
const NEARLY_EVERY_DAY = 0.8;
/** A weekday with fewer sales than this share of its days is none of the location's days. */
const OPEN_WEEKDAY = 0.1;
/** Odds at which a weekday without sales is no accident. */
const ACCIDENT = 0.001;
/** Fewer selling days than three weeks say little about a habit. */
const FEWEST_SELLING_DAYS = 21;
const HOLE_DAYS = 14;
const WEEK = 7;
/** Bits of a day. */
const EXPLAINED = 1;
const SHUT = 2;

/** Days in a row without sales that nothing explains, but for closed days among them. */
export interface Stretch {
  readonly from: Day;
  readonly to: Day;
  /** Without the closed days. */
  readonly days: number;
}

/**
 * The days of one location from its first sale to the tenant's last day: units sold on each, and whether it was closed. A day is
 * closed where somebody said so, where the location never sells on that weekday, or on a holiday without sales. Days that the
 * ledger merely inferred to be closed from their having no sales are just the ones in question here.
 */
export class LocationDays {
  readonly from: Day;
  readonly to: Day;
  readonly #units: Float32Array;
  readonly #closed: Uint8Array;

  constructor(from: Day, to: Day) {
    this.from = from;
    this.to = to;
    this.#units = new Float32Array(to - from + 1);
    this.#closed = new Uint8Array(to - from + 1);
  }

  sell(day: Day, units: number): void {
    if (day >= this.from && day <= this.to) this.#units[day - this.from] += units;
  }

  /** Stated closures and holidays: they hold where nothing was sold. */
  close(day: Day): void {
    if (day >= this.from && day <= this.to) this.#closed[day - this.from] |= EXPLAINED | SHUT;
  }

  /** A day without sales that the ledger takes for closed, whatever the reason. */
  shut(day: Day): void {
    if (day >= this.from && day <= this.to) this.#closed[day - this.from] |= SHUT;
  }

  /** Whether a series can't have sold on a day, by all that is known while sales are still being read. */
  isShut(day: Day): boolean {
    return (this.#closed[day - this.from] & SHUT) !== 0;
  }

  /** Units sold at the whole location on a day. */
  unitsOn(day: Day): number {
    return this.#units[day - this.from] ?? 0;
  }

  get lastSold(): Day {
    return this.from + this.#units.findLastIndex((units) => units > 0);
  }

  /** Weekdays (Monday = 0) on which it sells, as a habit. A young location has none yet: every day may be one. */
  openWeekdays(): boolean[] {
    const days = new Array<number>(WEEK).fill(0);
    const sold = new Array<number>(WEEK).fill(0);
    for (let day = this.from; day <= this.lastSold; day++) {
      days[weekday(day)] += 1;
      if (this.unitsOn(day) > 0) sold[weekday(day)] += 1;
    }
    const young = this.lastSold - this.from + 1 < FEWEST_DAYS;
    const allDays = days.reduce((sum, count) => sum + count, 0);
    const allSold = sold.reduce((sum, count) => sum + count, 0);
    return sold.map((count, i) => {
      if (young || count > OPEN_WEEKDAY * days[i]) return true;
      // A location that sells now and then has weekdays without sales by chance.
      const elsewhere = (allSold - count) / Math.max(1, allDays - days[i]);
      return (1 - elsewhere) ** days[i] >= ACCIDENT;
    });
  }

  /** The days in the order of time, by what they were. */
  marks(open = this.openWeekdays()): DayMark[] {
    return Array.from(this.#units, (units, i): DayMark => {
      if (units > 0) return 's';
      return (this.#closed[i] & EXPLAINED) !== 0 || !open[weekday(this.from + i)] ? 'c' : 'n';
    });
  }

  /** Reads what follows from the marks. */
  summary(): LocationSummary {
    const marks = this.marks();
    const last = this.lastSold;
    const before = marks.slice(0, last - this.from + 1);
    const sold = before.filter((mark) => mark === 's').length;
    const missed = before.filter((mark) => mark === 'n').length;
    const quiet = missed - heldBack(before);
    const behind = marks.slice(before.length).filter((mark) => mark === 'n').length;
    const share = sold / Math.max(1, sold + quiet);
    let units = 0;
    for (const day of this.#units) units += day;
    const steady =
      share >= NEARLY_EVERY_DAY && sold >= FEWEST_SELLING_DAYS && last - this.from + 1 >= FEWEST_DAYS;
    return {
      last,
      behind,
      share,
      coverage: sold / Math.max(1, sold + missed + behind),
      steady,
      usual: units / Math.max(1, sold),
      usualOpenDay: units / Math.max(FEWEST_DAYS, sold + missed),
      units,
      gaps: steady ? stretchesOf(before, this.from) : [],
      marks,
    };
  }

  /** The median of its days with sales. */
  usualDay(): number {
    const sold = this.#units.filter((units) => units > 0).sort();
    return sold[sold.length >> 1] ?? 0;
  }
}

export interface LocationSummary {
  readonly last: Day;
  /** Open days after its last sale. */
  readonly behind: number;
  /** Of its open days up to its last sale, how many had sales; holes of two weeks and more say nothing of its habit. */
  readonly share: number;
  /** The same up to the tenant's last day. */
  readonly coverage: number;
  /** It sells on nearly every day it is open, and has for four weeks or more. */
  readonly steady: boolean;
  /** Units of a day with sales, on average. */
  readonly usual: number;
  /** Units of an open day, on average; of a young location as if it had been open for four weeks. */
  readonly usualOpenDay: number;
  readonly units: number;
  readonly gaps: readonly Stretch[];
  readonly marks: readonly DayMark[];
}

/** Days in question within holes of two weeks or more: closed for renovation, or missing, they are no habit of selling seldom. */
function heldBack(marks: readonly DayMark[]): number {
  let held = 0;
  for (let start = 0; start < marks.length; start++) {
    let end = start;
    let open = 0;
    for (; end < marks.length && marks[end] !== 's'; end++) if (marks[end] === 'n') open += 1;
    if (end - start >= HOLE_DAYS) held += open;
    start = end;
  }
  return held;
}

function stretchesOf(marks: readonly DayMark[], from: Day): Stretch[] {
  const stretches: Stretch[] = [];
  let start = -1;
  for (let i = 0; i <= marks.length; i++) {
    if (marks[i] === 'n' && start < 0) start = i;
    if (start < 0 || (i < marks.length && marks[i] !== 's')) continue;
    const stretch = unexplained(marks, start, i);
    if (stretch.length > 0)
      stretches.push({ from: from + stretch[0], to: from + stretch.at(-1)!, days: stretch.length });
    start = -1;
  }
  return stretches;
}

/**
 * The days in question of a stretch. In a short one a day that was without sales a week before and a week after as well is a day
 * off of that season, not a hole.
 */
function unexplained(marks: readonly DayMark[], start: number, end: number): number[] {
  const days: number[] = [];
  const short = end - start < WEEK;
  for (let i = start; i < end; i++) {
    const weekly = short && marks[i - WEEK] !== 's' && marks[i + WEEK] !== 's';
    if (marks[i] === 'n' && !weekly) days.push(i);
  }
  return days;
}
