import { operations } from '@shelfcast/contract';
import { getImport } from '@shelfcast/ledger';
import type { App } from '../../app-type.ts';
import type { Dependencies } from '../../dependencies.ts';
import { route } from '../../route.ts';
import { tenantStream } from '../../tenant-stream.ts';
import { rejectsAsCsv } from './rejects-as-csv.ts';

export function exportRejects(app: App, { database }: Dependencies): void {
  app.route({
    ...route(operations.exportRejects),
    handler: async (request, reply) => {
      const { tenant } = request.principal;
      const id = request.params.import;
      // Before the stream begins: a stranger's number must answer 404, not an empty file.
      await database.withTenant(tenant, (tx) => getImport(tx, id), { readOnly: true });
      return reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', `attachment; filename="import-${id}-rejects.csv"`)
        .send(tenantStream(database, tenant, (tx) => rejectsAsCsv(tx, id)));
    },
  });
}
