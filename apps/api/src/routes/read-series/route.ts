import { operations } from '@shelfcast/contract';
import { getSeries } from '@shelfcast/ledger';
import { getSummary } from '@shelfcast/serving';
import type { App } from '../../app-type.ts';
import type { Dependencies } from '../../dependencies.ts';
import { presentSeries } from '../../present/series.ts';
import { route } from '../../route.ts';

export function readSeries(app: App, { database, serving }: Dependencies): void {
  app.route({
    ...route(operations.readSeries),
    handler: async ({ principal: { tenant }, params: { series } }) => {
      const run = await serving.current(tenant);
      return database.withTenant(
        tenant,
        async (tx) => {
          const row = await getSeries(tx, series);
          const summary = run === undefined ? undefined : await getSummary(tx, run, series);
          return presentSeries(row, run, summary);
        },
        { readOnly: true },
      );
    },
  });
}
