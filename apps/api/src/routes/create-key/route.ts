import { operations } from '@shelfcast/contract';
import { createApiKey } from '@shelfcast/identity';
import type { App } from '../../app-type.ts';
import type { Dependencies } from '../../dependencies.ts';
import { presentKey } from '../../present/key.ts';
import { route } from '../../route.ts';

export function createKey(app: App, { database }: Dependencies): void {
  app.route({
    ...route(operations.createKey),
    handler: async (request, reply) => {
      const created = await database.withTenant(request.principal.tenant, (tx) =>
        createApiKey(tx, request.body),
      );
      reply.code(201).header('location', `/v1/keys/${created.keyId}`).header('cache-control', 'no-store');
      return { ...presentKey(created), secret: created.key };
    },
  });
}
