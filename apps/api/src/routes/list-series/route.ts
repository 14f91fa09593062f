import { operations } from '@shelfcast/contract';
import type { App } from '../../app-type.ts';
import type { Dependencies } from '../../dependencies.ts';
import { route } from '../../route.ts';
import { fromLedger } from './from-ledger.ts';
import { fromRun } from './from-run.ts';

export function listSeries(app: App, { database, serving }: Dependencies): void {
  app.route({
    ...route(operations.listSeries),
    handler: async ({ principal: { tenant }, query }) => {
      const run = await serving.current(tenant);
      // Before the first run there is nothing to sort by, but what was imported can be seen.
      return run === undefined ? fromLedger(database, tenant, query) : fromRun(database, tenant, run, query);
    },
  });
}
