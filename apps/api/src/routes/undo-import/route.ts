import { operations } from '@shelfcast/contract';
import { undoImport as undo } from '@shelfcast/ledger';
import type { App } from '../../app-type.ts';
import type { Dependencies } from '../../dependencies.ts';
import { once } from '../../idempotency/once.ts';
import { presentImport } from '../../present/import.ts';
import { route } from '../../route.ts';
import { sendDataHealth } from '../../send-data-health.ts';

export function undoImport(app: App, { database, jobs }: Dependencies): void {
  app.route({
    ...route(operations.undoImport),
    handler: (request, reply) =>
      once(database, request, reply, request.params, async () => {
        const row = await undo(database, request.principal.tenant, request.params.import);
        await sendDataHealth(jobs, request.principal.tenant);
        return { status: 200, body: presentImport(row) };
      }),
  });
}
