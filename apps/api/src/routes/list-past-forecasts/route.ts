import { operations } from '@shelfcast/contract';
import { getSeries } from '@shelfcast/ledger';
import { getRun } from '@shelfcast/serving';
import type { App } from '../../app-type.ts';
import { readCursor, writeCursor } from '../../cursor.ts';
import type { Dependencies } from '../../dependencies.ts';
import { route } from '../../route.ts';
import { actualsOf } from './actuals.ts';
import { besideActuals, type PublishedBody } from './beside-actuals.ts';

export function listPastForecasts(app: App, { database, serving }: Dependencies): void {
  app.route({
    ...route(operations.listPastForecasts),
    handler: async ({ principal: { tenant }, params: { series }, query: { cursor, limit = 50 } }) => {
      const shape = { operation: 'listPastForecasts', list: { series } };
      const before = readCursor(shape, 'number', cursor);
      await database.withTenant(tenant, (tx) => getSeries(tx, series), { readOnly: true });
      const past = await serving.past(tenant, 'series', series, { limit: limit + 1, before });
      const shown = past.slice(0, limit);
      const items = await database.withTenant(
        tenant,
        async (tx) => {
          const bodies = shown.map(({ run, body }) => ({ run, forecast: JSON.parse(body) as PublishedBody }));
          const actuals = await actualsOf(
            tx,
            series,
            bodies.map(({ forecast }) => forecast),
          );
          const finished = new Map<number, string | null>();
          for (const { run } of shown) finished.set(run, (await getRun(tx, run))?.finishedAt ?? null);
          return bodies.map(({ run, forecast }) =>
            besideActuals(run, finished.get(run) ?? null, forecast, actuals(forecast)),
          );
        },
        { readOnly: true, isolation: 'repeatable read' },
      );
      return { items, next: past.length > limit ? writeCursor(shape, shown[limit - 1].run) : null };
    },
  });
}
