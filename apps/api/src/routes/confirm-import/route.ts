import { operations } from '@shelfcast/contract';
import { confirmImport as confirm } from '@shelfcast/ledger';
import type { App } from '../../app-type.ts';
import type { Dependencies } from '../../dependencies.ts';
import { once } from '../../idempotency/once.ts';
import { presentImport } from '../../present/import.ts';
import { route } from '../../route.ts';
import { sendDecided } from '../../send-import.ts';

export function confirmImport(app: App, { database, jobs }: Dependencies): void {
  app.route({
    ...route(operations.confirmImport),
    handler: (request, reply) =>
      once(database, request, reply, request.params, async () => {
        const { tenant } = request.principal;
        const row = await database.withTenant(tenant, (tx) => confirm(tx, request.params.import));
        await sendDecided(jobs, tenant, row.import_id);
        return { status: 202, body: presentImport(row) };
      }),
  });
}
