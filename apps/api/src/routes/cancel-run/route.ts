import { operations } from '@shelfcast/contract';
import { cancelRun as cancel } from '@shelfcast/serving';
import type { App } from '../../app-type.ts';
import type { Dependencies } from '../../dependencies.ts';
import { once } from '../../idempotency/once.ts';
import { presentRun } from '../../present/run.ts';
import { route } from '../../route.ts';

export function cancelRun(app: App, { database, serving }: Dependencies): void {
  app.route({
    ...route(operations.cancelRun),
    handler: (request, reply) =>
      once(database, request, reply, request.params, async () => {
        const { tenant } = request.principal;
        const run = await database.withTenant(tenant, (tx) => cancel(tx, request.params.run));
        return { status: 200, body: presentRun(run, await serving.current(tenant)) };
      }),
  });
}
