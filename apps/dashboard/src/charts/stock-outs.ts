import type { History } from '@shelfcast/contract';
import { counted } from '../format/numbers.ts';
import type { Frequency } from '../format/periods.ts';

/** Of a period: on how many of its days there was no stock, by a file or by what the sales around them say. */
export interface StockOutDays {
  readonly stated: number;
  readonly inferred: number;
}

/** By index of the period; a period that was in stock is missing. */
export type StockOuts = ReadonlyMap<number, StockOutDays>;

/** The history's days without stock, each a period of its own. */
export function stockOutsOf(history: History): StockOuts {
  return new Map(
    history.stock_outs.map(({ index, kind }) => [
      index,
      { stated: kind === 'stated' ? 1 : 0, inferred: kind === 'inferred' ? 1 : 0 },
    ]),
  );
}

/** The days without stock from one index to before another, added up; undefined where there are none. */
export function stockOutsBetween(outs: StockOuts, start: number, end: number): StockOutDays | undefined {
  let stated = 0;
  let inferred = 0;
  for (let day = start; day < end; day++) {
    stated += outs.get(day)?.stated ?? 0;
    inferred += outs.get(day)?.inferred ?? 0;
  }
  return stated + inferred > 0 ? { stated, inferred } : undefined;
}

/** Whether it is known or guessed: "out of stock, as your file says", "probably out of stock". */
export function stockOutWords({ stated, inferred }: StockOutDays, frequency: Frequency): string {
  if (frequency === 'D')
    return stated > 0 ? 'out of stock, as your file says' : 'probably out of stock, by its sales';
  if (inferred === 0) return `out of stock on ${counted(stated, 'day')}, as your files say`;
  if (stated === 0) return `probably out of stock on ${counted(inferred, 'day')}, by its sales`;
  return `out of stock on ${counted(stated, 'day')}, as your files say, and probably on ${counted(inferred, 'more day')}`;
}
