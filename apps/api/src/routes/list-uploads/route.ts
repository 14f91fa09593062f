import { operations } from '@shelfcast/contract';
import { listUnfinishedUploads } from '@shelfcast/ledger';
import type { App } from '../../app-type.ts';
import type { Dependencies } from '../../dependencies.ts';
import { presentUpload } from '../../present/upload.ts';
import { route } from '../../route.ts';

export function listUploads(app: App, { database }: Dependencies): void {
  app.route({
    ...route(operations.listUploads),
    handler: async (request) => {
      const { tenant } = request.principal;
      const rows = await database.withTenant(tenant, listUnfinishedUploads, { readOnly: true });
      return { items: rows.map((row) => presentUpload(row)) };
    },
  });
}
