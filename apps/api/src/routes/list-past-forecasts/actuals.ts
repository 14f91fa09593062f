import type { TenantTransaction } from '@shelfcast/database';
import { type Day, parseDay, periodEnd, periodOf, periodStart } from '@shelfcast/domain';
import { readHistory } from '@shelfcast/ledger';
import type { PublishedBody } from './beside-actuals.ts';

/**
 * Reads what a series sold over all the horizons at once, and gives for each forecast the actual of every period: null
 * where the location was closed throughout, where half of the period or more was out of stock by a file (what was not there
 * says nothing of the forecast), and where the period has not ended in the ledger.
 */
export async function actualsOf(
  tx: TenantTransaction,
  series: number,
  forecasts: readonly PublishedBody[],
): Promise<(forecast: PublishedBody) => (number | null)[]> {
  const from = Math.min(...forecasts.map((forecast) => parseDay(forecast.from)!));
  if (!Number.isFinite(from)) return () => [];
  const history = await readHistory(tx, series, from);
  const last = history.from + history.units.length - 1;
  const isOut = new Set(history.stockOuts.flatMap(({ index, kind }) => (kind === 'stated' ? [index] : [])));
  return (forecast) => {
    const first = periodOf(parseDay(forecast.from)!, forecast.frequency);
    return forecast.mean.map((_, i) => {
      const start = periodStart(first + i, forecast.frequency);
      const end = periodEnd(first + i, forecast.frequency);
      if (end > last) return null;
      const days = Array.from({ length: end - start + 1 }, (_, k) => start - history.from + k);
      if (2 * days.filter((day) => isOut.has(day)).length >= days.length) return null;
      return sum(history.units, start - history.from, end - history.from);
    });
  };
}

/** Null where every day is: a week in which the location never opened sold nothing that could be forecast. */
function sum(units: readonly (number | null)[], from: Day, to: Day): number | null {
  const open = units.slice(from, to + 1).filter((value) => value !== null);
  return open.length ? open.reduce((total, value) => total + value, 0) : null;
}
