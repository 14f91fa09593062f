import { createHash } from 'node:crypto';
import type { Database } from '@shelfcast/database';
import { tenantId, userId } from '@shelfcast/domain';

/** Once a cookie says nothing else. */
const DEFAULT_LIFE_MILLISECONDS = 12 * 3600 * 1000;

/** What we keep of a session. `userId` and `tenantId` are set at sign-in; a session without them is not stored. */
export interface SessionData {
  readonly cookie?: { readonly expires?: Date | string | null; readonly originalMaxAge?: number | null };
  readonly userId?: string;
  readonly tenantId?: string;
}

type Done = (error?: unknown) => void;
type Found<Session> = (error: unknown, session?: Session | null) => void;

/** The three verbs that @fastify/session (as express-session) asks of a store. */
export interface SessionStore<Session extends object = SessionData> {
  set(id: string, session: Session, done: Done): void;
  get(id: string, done: Found<Session>): void;
  destroy(id: string, done: Done): void;
}

/** Sessions in the database, under the hash of their id: who reads the table can't take one over. */
export function sessionStore<Session extends object = SessionData>(
  database: Database,
): SessionStore<Session> {
  return {
    set: (id, session, done) => settle(save(database, id, session as SessionData), done),
    get: (id, done) => {
      load(database, id).then(
        (session) => done(null, session as Session | null),
        (error) => done(error),
      );
    },
    destroy: (id, done) => settle(remove(database, id), done),
  };
}

async function save(database: Database, id: string, session: SessionData): Promise<void> {
  if (!session.userId || !session.tenantId) return;
  const { cookie } = session;
  const user = userId(session.userId);
  const tenant = tenantId(session.tenantId);
  const life = cookie?.originalMaxAge ?? DEFAULT_LIFE_MILLISECONDS;
  await database.withUser(user, async (tx) => {
    await tx.query(
      `INSERT INTO shelfcast.session AS s (session_hash, user_id, tenant_id, data, expires_at)
       VALUES ($1, $2, $3, $4, coalesce($5::timestamptz, now() + $6 * interval '1 millisecond'))
       ON CONFLICT (session_hash) DO UPDATE
       SET tenant_id = excluded.tenant_id, data = excluded.data, expires_at = excluded.expires_at`,
      [hash(id), user, tenant, JSON.stringify(session), cookie?.expires ?? null, life],
    );
    await tx.query('DELETE FROM shelfcast.session WHERE user_id = $1 AND expires_at < now()', [user]);
  });
}

async function load(database: Database, id: string): Promise<SessionData | null> {
  const [owner] = await database.gate.ownerOfSession(hash(id));
  if (!owner) return null;
  const row = await database.withUser(owner.user_id, (tx) =>
    tx.sql.selectFrom('session').select('data').where('session_hash', '=', hash(id)).executeTakeFirst(),
  );
  return (row?.data as SessionData | undefined) ?? null;
}

async function remove(database: Database, id: string): Promise<void> {
  const [owner] = await database.gate.ownerOfSession(hash(id));
  if (!owner) return;
  await database.withUser(owner.user_id, (tx) =>
    tx.sql.deleteFrom('session').where('session_hash', '=', hash(id)).execute(),
  );
}

function hash(id: string): Buffer {
  return createHash('sha256').update(id).digest();
}

function settle(work: Promise<void>, done: Done): void {
  work.then(
    () => done(),
    (error) => done(error),
  );
}
