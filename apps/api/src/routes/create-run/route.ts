import { operations } from '@shelfcast/contract';
import { requestRun } from '@shelfcast/serving';
import type { App } from '../../app-type.ts';
import type { Dependencies } from '../../dependencies.ts';
import { once } from '../../idempotency/once.ts';
import { presentRun } from '../../present/run.ts';
import { route } from '../../route.ts';

export function createRun(app: App, dependencies: Dependencies): void {
  const { database, serving, jobs } = dependencies;
  app.route({
    ...route(operations.createRun),
    handler: (request, reply) =>
      once(database, request, reply, request.body, async () => {
        const { tenant, name } = request.principal;
        const run = await database.withTenant(tenant, (tx) =>
          requestRun(tx, { ...request.body, requestedBy: name }),
        );
        // Should the process end between the two, the worker's sweep finds the run without its job.
        await jobs.send('run', { runId: run.run }, { tenant, singletonKey: `run-${run.run}` });
        return {
          status: 202,
          location: `/v1/runs/${run.run}`,
          body: presentRun(run, await serving.current(tenant)),
        };
      }),
  });
}
