import { Type } from 'typebox';
import { CreatedKey, KeyPage, NewKey } from '../resources/key.ts';
import { ref } from '../resources/schema.ts';
import { operation } from './operation.ts';
import { KeyParams } from './parameters.ts';

export const listKeys = operation({
  method: 'GET',
  url: '/v1/keys',
  problems: [401, 403],
  schema: {
    operationId: 'listKeys',
    tags: ['keys'],
    summary: 'API keys of the tenant, newest first, revoked ones too.',
    response: { 200: ref(KeyPage) },
  },
});

export const createKey = operation({
  method: 'POST',
  url: '/v1/keys',
  problems: [400, 401, 403],
  schema: {
    operationId: 'createKey',
    tags: ['keys'],
    summary: 'Create an API key. The secret is shown this once.',
    description:
      'Takes no Idempotency-Key: only a hash of the secret is stored, so a repeat could not show it again. It makes another key.',
    body: ref(NewKey),
    response: { 201: ref(CreatedKey) },
  },
});

export const revokeKey = operation({
  method: 'DELETE',
  url: '/v1/keys/:key',
  problems: [400, 401, 403, 404],
  schema: {
    operationId: 'revokeKey',
    tags: ['keys'],
    summary: 'Revoke an API key, at once and for good.',
    params: KeyParams,
    response: { 204: Type.Null() },
  },
});
