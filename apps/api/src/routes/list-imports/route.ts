import { operations } from '@shelfcast/contract';
import { listImports as importsOf } from '@shelfcast/ledger';
import type { App } from '../../app-type.ts';
import { readCursor, writeCursor } from '../../cursor.ts';
import type { Dependencies } from '../../dependencies.ts';
import { presentImport } from '../../present/import.ts';
import { route } from '../../route.ts';

const shape = { operation: 'listImports' };

export function listImports(app: App, { database }: Dependencies): void {
  app.route({
    ...route(operations.listImports),
    handler: async (request) => {
      const { cursor, limit = 50 } = request.query;
      const before = readCursor(shape, 'number', cursor);
      const rows = await database.withTenant(
        request.principal.tenant,
        (tx) => importsOf(tx, { limit: limit + 1, before }),
        { readOnly: true },
      );
      const shown = rows.slice(0, limit);
      return {
        items: shown.map(presentImport),
        next: rows.length > limit ? writeCursor(shape, shown[limit - 1].import_id) : null,
      };
    },
  });
}
