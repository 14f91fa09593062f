import { operations } from '@shelfcast/contract';
import { getRun, listSummaries } from '@shelfcast/serving';
import type { App } from '../../app-type.ts';
import { readCursor, writeCursor } from '../../cursor.ts';
import type { Dependencies } from '../../dependencies.ts';
import { runNotFound } from '../../not-found.ts';
import { route } from '../../route.ts';

export function listRunFailures(app: App, { database }: Dependencies): void {
  app.route({
    ...route(operations.listRunFailures),
    handler: async (request) => {
      const { run } = request.params;
      const { limit = 50 } = request.query;
      const shape = { operation: 'listRunFailures', list: { run } };
      const cursor = readCursor(shape, 'string', request.query.cursor);
      const page = await database.withTenant(
        request.principal.tenant,
        async (tx) => {
          if (!(await getRun(tx, run))) throw runNotFound(run);
          return listSummaries(tx, { run, failed: true, sort: 'series', descending: false, cursor, limit });
        },
        { readOnly: true },
      );
      return {
        items: page.items.map(({ series, product, location, model, failures }) => ({
          series,
          product,
          location: { code: location.code, name: location.name },
          model,
          failures: [...failures],
        })),
        next: page.next && writeCursor(shape, page.next),
      };
    },
  });
}
