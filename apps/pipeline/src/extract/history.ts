import type { Period } from '@shelfcast/domain';
import type { ClosedPeriods, RunSpan } from './run-calendar.ts';

/** What was sold in a period. */
export interface Sold {
  readonly period: Period;
  readonly units: number;
}

/** A history without gaps: values[i] is of period first + i; the last one is the run's origin. */
export interface History {
  readonly first: Period;
  /** NaN = closed. */
  readonly values: Float64Array;
}

/**
 * Fills the gaps of a history: a period without sales is zero where the location was open, and nothing at all (NaN) where it
 * was closed. What was sold on a closed day was sold: the calendar yields.
 */
export function fillHistory(
  sold: readonly Sold[],
  begins: Period,
  closed: ClosedPeriods,
  span: RunSpan,
): History {
  const first = Math.min(Math.max(begins, span.first), span.origin + 1);
  const values = new Float64Array(span.origin + 1 - first);
  for (const period of closed.past) if (period >= first) values[period - first] = Number.NaN;
  for (const { period, units } of sold) {
    if (period < first || period > span.origin) continue;
    const at = period - first;
    values[at] = (Number.isNaN(values[at]) ? 0 : values[at]) + units;
  }
  return { first, values };
}
