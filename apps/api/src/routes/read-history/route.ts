import { operations } from '@shelfcast/contract';
import { type Day, formatDay, parseDay, requestErrors, ShelfcastError } from '@shelfcast/domain';
import { readHistory as historyOf } from '@shelfcast/ledger';
import type { App } from '../../app-type.ts';
import type { Dependencies } from '../../dependencies.ts';
import { route } from '../../route.ts';

/** Thirty years: more than any till remembers, and a bound on what one request can ask for. */
const MOST_DAYS = 30 * 366;

export function readHistory(app: App, { database }: Dependencies): void {
  app.route({
    ...route(operations.readHistory),
    handler: async (request) => {
      const { series } = request.params;
      const from = dayOf(request.query.from);
      const to = dayOf(request.query.to);
      if (from !== undefined && to !== undefined && to - from > MOST_DAYS) throw tooLong();
      const history = await database.withTenant(
        request.principal.tenant,
        (tx) => historyOf(tx, series, from, to),
        { readOnly: true },
      );
      return {
        series,
        from: formatDay(history.from),
        frequency: 'D' as const,
        unit: history.unit,
        units: history.units,
        ...(history.currency !== null && { revenue: history.revenue }),
        currency: history.currency,
        closed: history.closed,
        stock_outs: history.stockOuts,
      };
    },
  });
}

/** The schema has seen to it that it is a day. */
function dayOf(text: string | undefined): Day | undefined {
  return text === undefined ? undefined : parseDay(text);
}

function tooLong(): ShelfcastError {
  return new ShelfcastError(requestErrors.invalid, {
    detail: 'The days from “from” to “to” are more than thirty years.',
    remedy: 'Ask for a shorter time.',
    where: { field: 'from' },
  });
}
