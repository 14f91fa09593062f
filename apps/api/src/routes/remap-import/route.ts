import { operations } from '@shelfcast/contract';
import { remapImport as remap } from '@shelfcast/ledger';
import type { App } from '../../app-type.ts';
import type { Dependencies } from '../../dependencies.ts';
import { presentImport } from '../../present/import.ts';
import { route } from '../../route.ts';
import { sendDecided } from '../../send-import.ts';
import { columnMapping } from '../../upload/mapping.ts';

export function remapImport(app: App, { database, jobs }: Dependencies): void {
  app.route({
    ...route(operations.remapImport),
    handler: async (request, reply) => {
      const { tenant } = request.principal;
      const mapping = columnMapping(request.body);
      const row = await database.withTenant(tenant, (tx) => remap(tx, request.params.import, mapping));
      await sendDecided(jobs, tenant, row.import_id);
      return reply.code(202).send(presentImport(row));
    },
  });
}
