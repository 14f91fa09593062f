import { operations } from '@shelfcast/contract';
import { readDataHealth as read } from '@shelfcast/ledger';
import type { App } from '../../app-type.ts';
import type { Dependencies } from '../../dependencies.ts';
import { presentDataHealth } from '../../present/data-health.ts';
import { route } from '../../route.ts';

export function readDataHealth(app: App, { database }: Dependencies): void {
  app.route({
    ...route(operations.readDataHealth),
    handler: async (request) =>
      presentDataHealth(await database.withTenant(request.principal.tenant, read, { readOnly: true })),
  });
}
