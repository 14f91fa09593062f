import { operations } from '@shelfcast/contract';
import { getUpload } from '@shelfcast/ledger';
import type { App } from '../../app-type.ts';
import type { RouteDependencies } from '../../dependencies.ts';
import { route } from '../../route.ts';
import { becomeImport } from '../../uploads/become-import.ts';
import { speakTus, tellState } from '../../uploads/tus.ts';
import { withParts } from '../../uploads/with-parts.ts';

export function readUpload(app: App, dependencies: RouteDependencies): void {
  const { database, writers } = dependencies;
  app.route({
    ...route(operations.readUpload),
    handler: async (request, reply) => {
      speakTus(request, reply);
      const { tenant } = request.principal;
      const id = request.params.upload;
      const read = () => database.withTenant(tenant, (tx) => getUpload(tx, id), { readOnly: true });
      let row = await read();
      if (request.method === 'HEAD') {
        // So asks a client of tus that wants to go on: what a dead line still holds counts, and the last byte may be there.
        await writers.takeOver(id);
        await becomeImport(dependencies, tenant, await read());
        row = await read();
      }
      tellState(reply, row);
      return withParts(dependencies.blobs, row);
    },
  });
}
