import { operations } from '@shelfcast/contract';
import { listApiKeys } from '@shelfcast/identity';
import type { App } from '../../app-type.ts';
import type { Dependencies } from '../../dependencies.ts';
import { presentKey } from '../../present/key.ts';
import { route } from '../../route.ts';

export function listKeys(app: App, { database }: Dependencies): void {
  app.route({
    ...route(operations.listKeys),
    handler: async ({ principal }) => {
      const keys = await database.withTenant(principal.tenant, listApiKeys, { readOnly: true });
      return { items: keys.map(presentKey), next: null };
    },
  });
}
