import { operations } from '@shelfcast/contract';
import { beginUpload, getUpload } from '@shelfcast/ledger';
import type { App } from '../../app-type.ts';
import type { RouteDependencies } from '../../dependencies.ts';
import { route } from '../../route.ts';
import { speakTus, tellState } from '../../uploads/tus.ts';
import { wantedUpload } from '../../uploads/wanted.ts';
import { takesParts } from '../../uploads/ways.ts';
import { withParts } from '../../uploads/with-parts.ts';

export function createUpload(app: App, { database, blobs, writers }: RouteDependencies): void {
  app.route({
    ...route(operations.createUpload),
    handler: async (request, reply) => {
      speakTus(request, reply);
      const { tenant } = request.principal;
      // A client of tus would send its bytes here, where they are not taken.
      if (!request.body && blobs.multipart) throw takesParts();
      const begun = await beginUpload(database, blobs, tenant, wantedUpload(request, request.body));
      // Who asks again for the same file has lost its line: what came over it counts.
      await writers.takeOver(begun.upload_id);
      const row = await database.withTenant(tenant, (tx) => getUpload(tx, begun.upload_id));
      tellState(reply, row);
      reply.code(row.received_bytes === 0 ? 201 : 200).header('location', `/v1/uploads/${row.upload_id}`);
      return withParts(blobs, row);
    },
  });
}
