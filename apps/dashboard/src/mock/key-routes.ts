import { randomBytes, randomUUID } from 'node:crypto';
import type { Key, NewKey } from '@shelfcast/contract';
import { bodyOf, json, notFound } from './answer.ts';
import type { Routes } from './routes.ts';

export const keyRoutes: Routes = {
  'GET /v1/keys': (call) => json(call, { items: call.world.keys, next: null }),
  'POST /v1/keys': async (call) => {
    const wish = JSON.parse((await bodyOf(call)).toString()) as NewKey;
    const secret = `sc_${randomBytes(24).toString('base64url')}`;
    const key: Key = {
      key: randomUUID(),
      name: wish.name,
      prefix: secret.slice(0, 7),
      scopes: wish.scopes,
      created_at: new Date().toISOString(),
      last_used_at: null,
      revoked_at: null,
    };
    call.world.keys.unshift(key);
    json(call, { ...key, secret }, 201);
  },
  'DELETE /v1/keys/:': (call) => {
    const at = call.world.keys.findIndex((one) => one.key === call.text);
    if (at < 0) return notFound(call);
    call.world.keys[at] = { ...call.world.keys[at]!, revoked_at: new Date().toISOString() };
    json(call, null, 204);
  },
};
