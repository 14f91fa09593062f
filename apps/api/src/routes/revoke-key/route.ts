import { operations } from '@shelfcast/contract';
import { revokeApiKey } from '@shelfcast/identity';
import type { App } from '../../app-type.ts';
import type { RouteDependencies } from '../../dependencies.ts';
import { notFound } from '../../not-found.ts';
import { route } from '../../route.ts';

export function revokeKey(app: App, { database, keys }: RouteDependencies): void {
  app.route({
    ...route(operations.revokeKey),
    handler: async (request, reply) => {
      const { key } = request.params;
      const revoked = await database.withTenant(request.principal.tenant, (tx) => revokeApiKey(tx, key));
      if (!revoked) throw notFound('key', key, 'GET /v1/keys');
      keys.forget(key);
      return reply.code(204).send(null);
    },
  });
}
