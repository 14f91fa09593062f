import { operations } from '@shelfcast/contract';
import { getImport } from '@shelfcast/ledger';
import type { App } from '../../app-type.ts';
import type { Dependencies } from '../../dependencies.ts';
import { presentImport } from '../../present/import.ts';
import { route } from '../../route.ts';

export function readImport(app: App, { database }: Dependencies): void {
  app.route({
    ...route(operations.readImport),
    handler: async (request) => {
      const id = request.params.import;
      const row = await database.withTenant(request.principal.tenant, (tx) => getImport(tx, id), {
        readOnly: true,
      });
      return presentImport(row);
    },
  });
}
