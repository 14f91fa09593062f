import { operations } from '@shelfcast/contract';
import { schemaIsCurrent } from '@shelfcast/database';
import type { App } from '../../app-type.ts';
import type { Dependencies } from '../../dependencies.ts';
import { route } from '../../route.ts';

export function readReadiness(app: App, { database }: Dependencies): void {
  app.route({
    ...route(operations.readReadiness),
    logLevel: 'warn',
    handler: async (_request, reply) => {
      const current = await schemaIsCurrent(database).catch(() => undefined);
      const checks = { database: current !== undefined, migrations: current === true };
      const ready = checks.database && checks.migrations;
      return reply
        .code(ready ? 200 : 503)
        .header('cache-control', 'no-store')
        .send({ status: ready ? 'ready' : 'unready', checks });
    },
  });
}
