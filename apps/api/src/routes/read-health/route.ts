import { operations } from '@shelfcast/contract';
import type { App } from '../../app-type.ts';
import { route } from '../../route.ts';

export function readHealth(app: App): void {
  app.route({
    ...route(operations.readHealth),
    logLevel: 'warn',
    handler: async () => ({ status: 'ok' as const }),
  });
}
