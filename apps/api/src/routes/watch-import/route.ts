import { operations } from '@shelfcast/contract';
import { getImport } from '@shelfcast/ledger';
import type { App } from '../../app-type.ts';
import type { Dependencies } from '../../dependencies.ts';
import { importEnded, presentImport } from '../../present/import.ts';
import { route } from '../../route.ts';

export function watchImport(app: App, { database }: Dependencies): void {
  app.route({
    ...route(operations.watchImport),
    handler: async (request, reply) => {
      const { tenant } = request.principal;
      const id = request.params.import;
      const read = async () => {
        const row = await database.withTenant(tenant, (tx) => getImport(tx, id), { readOnly: true });
        return presentImport(row);
      };
      return reply.watch(await read(), { name: 'import', read, ended: importEnded });
    },
  });
}
