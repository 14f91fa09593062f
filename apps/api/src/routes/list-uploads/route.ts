import { operations } from '@shelfcast/contract';
import { listUnfinishedUploads } from '@shelfcast/ledger';
import type { App } from '../../app-type.ts';
import type { Dependencies } from '../../dependencies.ts';
import { route } from '../../route.ts';
import { withParts } from '../../uploads/with-parts.ts';

export function listUploads(app: App, { database, blobs }: Dependencies): void {
  app.route({
    ...route(operations.listUploads),
    handler: async (request) => {
      const { tenant } = request.principal;
      const rows = await database.withTenant(tenant, listUnfinishedUploads, { readOnly: true });
      return { items: await Promise.all(rows.map((row) => withParts(blobs, row))) };
    },
  });
}
