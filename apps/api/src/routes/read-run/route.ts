import { operations } from '@shelfcast/contract';
import { getRun } from '@shelfcast/serving';
import type { App } from '../../app-type.ts';
import type { Dependencies } from '../../dependencies.ts';
import { runNotFound } from '../../not-found.ts';
import { presentRun } from '../../present/run.ts';
import { route } from '../../route.ts';

export function readRun(app: App, { database, serving }: Dependencies): void {
  app.route({
    ...route(operations.readRun),
    handler: async (request) => {
      const { tenant } = request.principal;
      const id = request.params.run;
      const run = await database.withTenant(tenant, (tx) => getRun(tx, id), { readOnly: true });
      if (!run) throw runNotFound(id);
      return presentRun(run, await serving.current(tenant));
    },
  });
}
