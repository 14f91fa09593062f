import { operations } from '@shelfcast/contract';
import { finishUpload, getImport } from '@shelfcast/ledger';
import type { App } from '../../app-type.ts';
import type { Dependencies } from '../../dependencies.ts';
import { presentImport } from '../../present/import.ts';
import { route } from '../../route.ts';
import { sendImport } from '../../send-import.ts';

export function completeUpload(app: App, { database, blobs, jobs }: Dependencies): void {
  app.route({
    ...route(operations.completeUpload),
    handler: async (request, reply) => {
      const { tenant } = request.principal;
      const importId = await finishUpload(database, blobs, tenant, request.params.upload);
      const row = await database.withTenant(tenant, (tx) => getImport(tx, importId));
      if (row.state === 'queued') await sendImport(jobs, tenant, importId);
      reply.code(202).header('location', `/v1/imports/${importId}`);
      return presentImport(row);
    },
  });
}
