import { type Day, type Frequency, type Period, periodEnd, periodOf, periodStart } from '@shelfcast/domain';
import type { ExpectedClosure } from '@shelfcast/domain/calendar';
import type { ExpectedClosed } from '@shelfcast/shards';

/** Which days of a location are closed: known ones, and those expected ahead. */
export interface ClosedDays {
  readonly location: number;
  readonly days: Iterable<Day>;
}

/** The periods a run covers. Only whole periods count: half a week is no week. */
export interface RunSpan {
  readonly frequency: Frequency;
  /** First whole period of the ledger. */
  readonly first: Period;
  /** Last whole period that is known. */
  readonly origin: Period;
  readonly horizon: number;
}

/**
 * The span of a run over a ledger whose sales lie between two days; undefined where these hold no whole period.
 * `closedAfter`: days behind the last sale on which every location is expected closed anyway, so that a week which ends on
 * a closed Sunday is whole on Saturday.
 */
export function spanOf(
  frequency: Frequency,
  horizon: number,
  firstSale: Day,
  lastSale: Day,
  closedAfter: ReadonlySet<Day>,
): RunSpan | undefined {
  let knownUntil = lastSale;
  if (frequency !== 'D') while (closedAfter.has(knownUntil + 1)) knownUntil += 1;
  const begun = periodOf(firstSale, frequency);
  const first = periodStart(begun, frequency) === firstSale ? begun : begun + 1;
  const origin = periodOf(knownUntil + 1, frequency) - 1;
  return first <= origin ? { frequency, first, origin, horizon } : undefined;
}

/** When a location is closed, in periods of a run. A period is closed when all its days are. */
export interface ClosedPeriods {
  /** Increasing; from the run's first period to its origin. */
  readonly past: readonly Period[];
  /** horizon; 1 = closed. */
  readonly ahead: Uint8Array;
}

/** Turns closed days, in any order, into closed periods. */
export function closedPeriods(days: Iterable<Day>, span: RunSpan): ClosedPeriods {
  const { frequency, first, origin, horizon } = span;
  const closedDays = new Map<Period, number>();
  for (const day of new Set(days)) {
    const period = periodOf(day, frequency);
    if (period >= first && period <= origin + horizon)
      closedDays.set(period, (closedDays.get(period) ?? 0) + 1);
  }
  const past: Period[] = [];
  const ahead = new Uint8Array(horizon);
  for (const [period, count] of closedDays) {
    if (count < periodEnd(period, frequency) - periodStart(period, frequency) + 1) continue;
    if (period <= origin) past.push(period);
    else ahead[period - origin - 1] = 1;
  }
  return { past: past.sort((a, b) => a - b), ahead };
}

/** The steps ahead that are closed because of closures that nobody stated, each once, with the first of the reasons. */
export function expectedSteps(
  expected: readonly ExpectedClosure[],
  ahead: Uint8Array,
  { frequency, origin }: RunSpan,
): ExpectedClosed[] {
  const steps = new Map<number, string>();
  for (const { day, why } of expected) {
    const step = periodOf(day, frequency) - origin - 1;
    if (step >= 0 && ahead[step] === 1 && !steps.has(step)) steps.set(step, why);
  }
  return [...steps].map(([step, because]) => ({ step, because })).sort((a, b) => a.step - b.step);
}

/** How many seasons a history must hold for a season to be worth assuming. */
const SEASONS_NEEDED = 2;

/** The year in days: Gregorian leap years included, near enough over any history. */
const YEAR_DAYS = 365.25;

/** Longer seasons than the run's own: the year of days, where the longest history holds two. */
export function longSeasonsFor(span: RunSpan): readonly number[] {
  if (span.frequency !== 'D') return [];
  return span.origin - span.first + 1 >= SEASONS_NEEDED * YEAR_DAYS ? [YEAR_DAYS] : [];
}

/** The season a run uses: the plan's, or none (1) where even the longest history holds fewer than two of it. */
export function seasonFor(planned: number, span: RunSpan): number {
  return span.origin - span.first + 1 >= SEASONS_NEEDED * planned ? planned : 1;
}
