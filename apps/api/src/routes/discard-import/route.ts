import { operations } from '@shelfcast/contract';
import { discardImport as discard } from '@shelfcast/ledger';
import type { App } from '../../app-type.ts';
import type { Dependencies } from '../../dependencies.ts';
import { once } from '../../idempotency/once.ts';
import { presentImport } from '../../present/import.ts';
import { route } from '../../route.ts';

export function discardImport(app: App, { database, blobs }: Dependencies): void {
  app.route({
    ...route(operations.discardImport),
    handler: (request, reply) =>
      once(database, request, reply, request.params, async () => {
        const { tenant } = request.principal;
        const row = await database.withTenant(tenant, (tx) => discard(tx, request.params.import));
        await blobs.remove(`tenants/${tenant}/imports/${row.import_id}/`);
        return { status: 200, body: presentImport(row) };
      }),
  });
}
