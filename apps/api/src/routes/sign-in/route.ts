import { operations } from '@shelfcast/contract';
import { signIn as checkCredentials, TooManyAttempts } from '@shelfcast/identity';
import type { App } from '../../app-type.ts';
import type { Dependencies } from '../../dependencies.ts';
import { presentSession } from '../../present/session.ts';
import { route } from '../../route.ts';

export function signIn(app: App, { database }: Dependencies): void {
  app.route({
    ...route(operations.signIn),
    handler: async (request, reply) => {
      const { email, password } = request.body;
      const person = await checkCredentials(database, { email, password, address: request.ip }).catch(
        (error) => {
          if (error instanceof TooManyAttempts) reply.header('retry-after', error.retryAfterSeconds);
          throw error;
        },
      );
      const { tenant } = person.memberships[0];
      // A new id: whoever planted the old one in this browser must not be signed in with it.
      await request.session.regenerate();
      request.session.userId = person.user;
      request.session.tenantId = tenant;
      request.session.name = person.name;
      reply.header('cache-control', 'no-store');
      return (await presentSession(database, person.user, tenant))!;
    },
  });
}
