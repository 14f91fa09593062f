import { operations } from '@shelfcast/contract';
import { listRuns as listRunsOf } from '@shelfcast/serving';
import type { App } from '../../app-type.ts';
import { readCursor, writeCursor } from '../../cursor.ts';
import type { Dependencies } from '../../dependencies.ts';
import { presentRun } from '../../present/run.ts';
import { route } from '../../route.ts';

const shape = { operation: 'listRuns' };

export function listRuns(app: App, { database, serving }: Dependencies): void {
  app.route({
    ...route(operations.listRuns),
    handler: async (request) => {
      const { tenant } = request.principal;
      const { cursor, limit = 50 } = request.query;
      const before = readCursor(shape, 'number', cursor);
      const runs = await database.withTenant(tenant, (tx) => listRunsOf(tx, { limit: limit + 1, before }), {
        readOnly: true,
      });
      const current = await serving.current(tenant);
      const shown = runs.slice(0, limit);
      return {
        items: shown.map((run) => presentRun(run, current)),
        next: runs.length > limit ? writeCursor(shape, shown[limit - 1].run) : null,
      };
    },
  });
}
