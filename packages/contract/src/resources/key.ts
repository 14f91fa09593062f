import { type Static, Type } from 'typebox';
import { Instant, InstantOrNull, oneOf, pageOf } from './schema.ts';

/** `write` includes `read`; `admin` includes both and manages keys. */
export const scopes = ['read', 'write', 'admin'] as const;

const fields = {
  key: Type.String({ format: 'uuid' }),
  name: Type.String(),
  prefix: Type.String({ description: 'The first characters of the key, to recognise it by.' }),
  scopes: Type.Array(oneOf(scopes)),
  created_at: Instant,
  last_used_at: InstantOrNull,
  revoked_at: InstantOrNull,
};
const example = {
  key: '2c1d7a34-93a0-4d5c-8a6f-5e0f3a9b7d21',
  name: 'Nightly export',
  prefix: 'sc_4fQ9',
  scopes: ['read'],
  created_at: '2026-03-01T09:30:00.000Z',
  last_used_at: null,
  revoked_at: null,
};

export const Key = Type.Object(fields, { $id: 'Key', examples: [example] });
export type Key = Static<typeof Key>;

export const KeyPage = pageOf(Key);
export type KeyPage = Static<typeof KeyPage>;

export const NewKey = Type.Object(
  {
    name: Type.String({ minLength: 1, maxLength: 100 }),
    scopes: Type.Array(oneOf(scopes), { minItems: 1, maxItems: 3, uniqueItems: true }),
  },
  { $id: 'NewKey', additionalProperties: false, examples: [{ name: 'Nightly export', scopes: ['read'] }] },
);
export type NewKey = Static<typeof NewKey>;

export const CreatedKey = Type.Object(
  {
    ...fields,
    secret: Type.String({ description: 'The key itself. Shown this once; only its hash is stored.' }),
  },
  { $id: 'CreatedKey', examples: [{ ...example, secret: 'sc_4fQ9…' }] },
);
export type CreatedKey = Static<typeof CreatedKey>;
export type Scope = (typeof scopes)[number];
