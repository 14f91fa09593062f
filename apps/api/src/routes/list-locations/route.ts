import { operations } from '@shelfcast/contract';
import { listLocations as locationsOf } from '@shelfcast/ledger';
import type { App } from '../../app-type.ts';
import { readCursor, writeCursor } from '../../cursor.ts';
import type { Dependencies } from '../../dependencies.ts';
import { route } from '../../route.ts';

const shape = { operation: 'listLocations' };

export function listLocations(app: App, { database }: Dependencies): void {
  app.route({
    ...route(operations.listLocations),
    handler: async (request) => {
      const { cursor, limit = 50 } = request.query;
      const after = readCursor(shape, 'string', cursor);
      const rows = await database.withTenant(
        request.principal.tenant,
        (tx) => locationsOf(tx, { after, limit: limit + 1 }),
        { readOnly: true },
      );
      const shown = rows.slice(0, limit);
      return {
        items: shown.map(({ location_id, ...row }) => ({ location: location_id, ...row })),
        next: rows.length > limit ? writeCursor(shape, shown[limit - 1].code) : null,
      };
    },
  });
}
