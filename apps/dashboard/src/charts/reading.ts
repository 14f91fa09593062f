import { period } from '../format/dates.ts';
import { units } from '../format/numbers.ts';
import type { Fan } from './fan.ts';
import { stockOutWords } from './stock-outs.ts';

/** One period of the chart as a person reads it: for the hover card, the keyboard and the screen reader alike. */
export interface Reading {
  readonly when: string;
  readonly kind: 'sold' | 'forecast';
  readonly closed: boolean;
  /** Closed ahead by inference: the feast on which it was before; else null. */
  readonly closedBecause: string | null;
  readonly value: number | null;
  /** Expected on average, where that is not the middle of the range. */
  readonly average: number | null;
  readonly half: readonly [number, number] | null;
  readonly wide: readonly [number, number] | null;
  /** In words; null where there was stock. */
  readonly stockOut: string | null;
  readonly earlier: readonly { readonly origin: string; readonly value: number }[];
}

export function readAt(fan: Fan, index: number): Reading {
  const ahead = index >= fan.firstForecast;
  const stockOut = fan.stockOuts.get(index);
  const value = (ahead ? fan.median : fan.sold)[index] ?? null;
  return {
    when: period(fan.dates[index]!, fan.frequency),
    kind: ahead ? 'forecast' : 'sold',
    closed: value === null,
    closedBecause: (value === null && fan.expectedClosed.get(index)) || null,
    value,
    average: ahead ? apart(fan.mean[index], value) : null,
    stockOut: stockOut ? stockOutWords(stockOut, fan.frequency) : null,
    half: span(fan.low50[index], fan.high50[index]),
    wide: span(fan.low80[index], fan.high80[index]),
    earlier: fan.earlier.flatMap(({ origin, values }) =>
      values[index] == null ? [] : [{ origin, value: values[index] }],
    ),
  };
}

function span(low: number | null | undefined, high: number | null | undefined): [number, number] | null {
  return low == null || high == null ? null : [low, high];
}

/** "Saturday, 10 December 2011: about 12 expected, in 8 of 10 cases between 5 and 20." */
export function readingSentence(reading: Reading): string {
  const stock = reading.stockOut ? `, ${reading.stockOut}` : '';
  if (reading.closed) return `${reading.when}: ${closedWords(reading)}${stock}`;
  if (reading.kind === 'sold') return `${reading.when}: ${units(reading.value!)} sold${stock}`;
  const range = reading.wide
    ? `, in 8 of 10 cases between ${units(reading.wide[0])} and ${units(reading.wide[1])}`
    : '';
  return `${reading.when}: about ${units(reading.value!)} expected${range}`;
}

/** Whether it is known or taken to be so: people plan by it. */
export function closedWords({ kind, closedBecause }: Reading): string {
  if (kind === 'sold') return 'closed or not known';
  return closedBecause ? `expected closed, as before (${closedBecause})` : 'closed';
}

/** Sales are skewed: the average lies above the middle. Said only where the two differ enough to confuse. */
function apart(mean: number | null | undefined, middle: number | null): number | null {
  if (mean == null || middle === null) return null;
  return Math.abs(mean - middle) > 0.1 * Math.max(mean, middle) ? mean : null;
}
