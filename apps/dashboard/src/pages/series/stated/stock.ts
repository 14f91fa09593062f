import type { History, SeriesDetails } from '@shelfcast/contract';
import { dayAge, plainDay } from '../../../format/dates.ts';
import { units } from '../../../format/numbers.ts';
import { dayOf, instantOf } from '../../../format/periods.ts';

export type Stock = SeriesDetails['stock'][number];

const DAY_MS = 86_400_000;

/** "14", "None", "In stock": what a file says, and nothing that it doesn't. */
export function onHandWords({ on_hand, out }: Pick<Stock, 'on_hand' | 'out'>): string {
  if (out) return 'None';
  return on_hand === null ? 'In stock' : units(on_hand);
}

/** Of which day that is, how old, and since when there has been none. */
export function stockNote(stock: Stock, since: string | null, today: string): string {
  const { day, on_hand, out } = stock;
  const age = dayAge(day, today);
  const when =
    out && since !== null && since < day
      ? `since ${plainDay(since)}, as stated on ${plainDay(day)}, ${age}`
      : `on ${plainDay(day)}, ${age}`;
  if (out && on_hand !== null && on_hand !== 0) return `${when}; the count says ${units(on_hand)}`;
  return !out && on_hand === null ? `${when}; your file doesn’t say how many` : when;
}

/**
 * The first of the days in a row, up to `day`, on which files say that there was none. Closed days say nothing and are passed
 * over. Null where the history does not reach `day`: what was between is not known.
 */
export function outSince(
  history: Pick<History, 'from' | 'units' | 'stock_outs'>,
  day: string,
): string | null {
  const at = Math.round((instantOf(day) - instantOf(history.from)) / DAY_MS);
  const stated = new Set(
    history.stock_outs.filter(({ kind }) => kind === 'stated').map(({ index }) => index),
  );
  let first: number | null = null;
  for (let i = at; i >= 0 && i < history.units.length; i--) {
    if (stated.has(i)) first = i;
    else if (history.units[i] !== null) break;
  }
  return first === null ? null : dayOf(instantOf(history.from) + first * DAY_MS);
}
