import type { Database } from '@shelfcast/database';
import { authErrors, requestErrors, ShelfcastError, tenantId, userId } from '@shelfcast/domain';
import { type KeyChecks, roleOf, scopesOfRole } from '@shelfcast/identity';
import type { FastifyRequest } from 'fastify';
import type { Principal } from '../../principal.ts';

/** Who asks: by API key where one is sent, otherwise by session. Throws where it is nobody we know. */
export async function authenticate(
  database: Database,
  keys: KeyChecks,
  request: FastifyRequest,
): Promise<Principal> {
  const { authorization } = request.headers;
  return authorization === undefined ? bySession(database, request) : byKey(keys, authorization);
}

async function byKey(keys: KeyChecks, authorization: string): Promise<Principal> {
  const key = /^Bearer +(\S+)$/i.exec(authorization)?.[1];
  const holder = key && (await keys.holderOf(key));
  if (!holder) {
    throw new ShelfcastError(authErrors.invalid_key, {
      detail: 'The Authorization header holds no API key that is valid now.',
      remedy: 'Send `Authorization: Bearer <key>` with a whole key that has not been revoked.',
    });
  }
  const { tenant, keyId, name, scopes } = holder;
  return { kind: 'key', tenant, key: keyId, scopes, name: `${name} (API key)` };
}

async function bySession(database: Database, { session }: FastifyRequest): Promise<Principal> {
  if (!session.userId || !session.tenantId) throw notSignedIn();
  const user = userId(session.userId);
  const tenant = tenantId(session.tenantId);
  // Read each time: who is put out of a tenant, or becomes a viewer, is so at once.
  const role = await database.withTenant(tenant, (tx) => roleOf(tx, user), { readOnly: true });
  if (!role) throw notSignedIn();
  return { kind: 'user', tenant, user, scopes: scopesOfRole(role), name: session.name ?? 'Somebody' };
}

function notSignedIn(): ShelfcastError {
  return new ShelfcastError(requestErrors.not_signed_in, {
    detail: 'There is no session, and no API key was sent.',
    remedy: 'Sign in, or send `Authorization: Bearer <key>`.',
  });
}
