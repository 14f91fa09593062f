import { operations } from '@shelfcast/contract';
import { finalStates, getRun } from '@shelfcast/serving';
import type { App } from '../../app-type.ts';
import type { Dependencies } from '../../dependencies.ts';
import { runNotFound } from '../../not-found.ts';
import { presentRun } from '../../present/run.ts';
import { route } from '../../route.ts';

export function watchRun(app: App, { database, serving }: Dependencies): void {
  app.route({
    ...route(operations.watchRun),
    handler: async (request, reply) => {
      const { tenant } = request.principal;
      const id = request.params.run;
      const read = async () => {
        const run = await database.withTenant(tenant, (tx) => getRun(tx, id), { readOnly: true });
        return run && presentRun(run, await serving.current(tenant));
      };
      const first = await read();
      if (!first) throw runNotFound(id);
      return reply.watch(first, { name: 'run', read, ended: (run) => finalStates.includes(run.state) });
    },
  });
}
