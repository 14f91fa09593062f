import type { Database } from '@shelfcast/database';
import { requestErrors, ShelfcastError } from '@shelfcast/domain';
import { allows, type KeyChecks } from '@shelfcast/identity';
import { fastifyPlugin } from 'fastify-plugin';
import type { Principal } from '../../principal.ts';
import { authenticate } from './authenticate.ts';
import { refuseCrossSite } from './cross-site.ts';
import { type Permission, permissions } from './permissions.ts';
import { SESSION_COOKIE } from './session.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who asks. There on every operation that is not public. */
    principal: Principal;
  }
}

/** Before anything of a request's body is read: who asks, and may they? */
export const authenticationPlugin = fastifyPlugin<{ readonly database: Database; readonly keys: KeyChecks }>(
  async (app, { database, keys }) => {
    app.decorateRequest('principal');
    app.addHook('onRequest', async (request) => {
      const { operation } = request.routeOptions.config;
      // Pages and their files belong to nobody.
      if (operation === undefined) return;
      if (request.headers.authorization === undefined) {
        refuseCrossSite(request, request.cookies[SESSION_COOKIE] !== undefined);
      }
      const permission = permissions[operation];
      if (permission === 'public') return;
      const principal = await authenticate(database, keys, request);
      authorize(principal, permission);
      request.principal = principal;
    });
  },
  { name: 'authentication', dependencies: ['session'] },
);

function authorize({ kind, scopes }: Principal, permission: Exclude<Permission, 'public'>): void {
  if (permission === 'session' ? kind === 'user' : allows(scopes, permission)) return;
  throw new ShelfcastError(requestErrors.not_permitted, {
    detail:
      permission === 'session'
        ? 'Only a person who is signed in can ask this; an API key has no session.'
        : `This needs the permission “${permission}”, and ${kind === 'user' ? 'your role' : 'this key'} does not have it.`,
    remedy:
      kind === 'user'
        ? 'Ask an owner of your company for another role.'
        : 'Use a key that has it; an owner can create one.',
  });
}
