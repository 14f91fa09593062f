import { operations } from '@shelfcast/contract';
import { discardUpload as discard, getUpload } from '@shelfcast/ledger';
import type { App } from '../../app-type.ts';
import type { RouteDependencies } from '../../dependencies.ts';
import { route } from '../../route.ts';
import { speakTus } from '../../uploads/tus.ts';

export function discardUpload(app: App, { database, blobs, writers }: RouteDependencies): void {
  app.route({
    ...route(operations.discardUpload),
    handler: async (request, reply) => {
      speakTus(request, reply);
      const { tenant } = request.principal;
      const id = request.params.upload;
      await database.withTenant(tenant, (tx) => getUpload(tx, id), { readOnly: true });
      await writers.takeOver(id);
      await discard(database, blobs, tenant, id);
      reply.code(204);
      return null;
    },
  });
}
