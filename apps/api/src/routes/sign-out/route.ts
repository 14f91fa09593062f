import { operations } from '@shelfcast/contract';
import type { App } from '../../app-type.ts';
import { SESSION_COOKIE } from '../../plugins/authentication/session.ts';
import { route } from '../../route.ts';

export function signOut(app: App): void {
  app.route({
    ...route(operations.signOut),
    handler: async (request, reply) => {
      if (request.cookies[SESSION_COOKIE] !== undefined) await request.session.destroy();
      reply.clearCookie(SESSION_COOKIE, { path: '/' });
      return reply.code(204).send(null);
    },
  });
}
