import { type Static, Type } from 'typebox';
import { oneOf, textOrNull } from './schema.ts';

export const roles = ['owner', 'planner', 'viewer'] as const;

export const SignIn = Type.Object(
  {
    email: Type.String({ format: 'email', maxLength: 254 }),
    password: Type.String({ minLength: 1, maxLength: 1024 }),
  },
  {
    $id: 'SignIn',
    additionalProperties: false,
    examples: [{ email: 'demo@shelfcast.example', password: 'correct horse battery staple' }],
  },
);
export type SignIn = Static<typeof SignIn>;

/** The person who is signed in, and in which tenant. An API key has no session. */
export const Session = Type.Object(
  {
    user: Type.Object({
      user: Type.String({ format: 'uuid' }),
      email: Type.String(),
      name: Type.String(),
    }),
    tenant: Type.Object({
      tenant: Type.String({ format: 'uuid' }),
      name: Type.String(),
      time_zone: Type.String({ description: 'IANA name.' }),
      currency: textOrNull({ description: 'ISO 4217.' }),
    }),
    role: oneOf(roles),
  },
  {
    $id: 'Session',
    examples: [
      {
        user: { user: '6f0f6a3c-5a0e-4b7e-9a58-0d5d4e1f7c11', email: 'demo@shelfcast.example', name: 'Demo' },
        tenant: {
          tenant: '0b8f7c1e-1f0b-4c8d-8f0e-6c1d2a3b4c5d',
          name: 'Demo shop',
          time_zone: 'Europe/London',
          currency: 'GBP',
        },
        role: 'owner',
      },
    ],
  },
);
export type Session = Static<typeof Session>;
export type Role = (typeof roles)[number];
