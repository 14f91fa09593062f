import { type Static, Type } from 'typebox';
import { oneOf } from './schema.ts';

export const Health = Type.Object(
  { status: Type.Literal('ok') },
  { $id: 'Health', examples: [{ status: 'ok' }] },
);
export type Health = Static<typeof Health>;

export const Readiness = Type.Object(
  {
    status: oneOf(['ready', 'unready']),
    checks: Type.Object({
      database: Type.Boolean({ description: 'The database answers.' }),
      migrations: Type.Boolean({ description: 'Its schema is the one this version needs.' }),
    }),
  },
  { $id: 'Readiness', examples: [{ status: 'ready', checks: { database: true, migrations: true } }] },
);
export type Readiness = Static<typeof Readiness>;
