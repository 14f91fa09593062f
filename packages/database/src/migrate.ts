import { databaseErrors, ShelfcastError } from '@shelfcast/domain';
import { Client, DatabaseError } from 'pg';
import { type Migration, readMigrations } from './migration-files.ts';
import { ensureRoles } from './roles.ts';

/** Any constant will do, as long as every version of this program uses the same. */
const MIGRATION_LOCK = 7_423_985_610;

const HISTORY = `
  CREATE SCHEMA IF NOT EXISTS shelfcast;
  CREATE TABLE IF NOT EXISTS shelfcast.schema_migration (
    number integer PRIMARY KEY,
    name text NOT NULL,
    checksum text NOT NULL,
    applied_at timestamptz NOT NULL DEFAULT now()
  )`;

/**
 * Brings a database up to date, as its owner. Several processes may call it at once: one works, the others wait.
 * Returns the names of what was applied now.
 */
export async function migrate(ownerUrl: string, migrations = readMigrations()): Promise<string[]> {
  const client = new Client({ connectionString: ownerUrl, application_name: 'shelfcast migrate' });
  await client.connect();
  try {
    // The lock belongs to the session and goes with it, also when this process is killed.
    await client.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await client.query('SET client_min_messages = warning');
    await ensureRoles(client);
    await client.query(HISTORY);
    const pending = await pendingOf(client, migrations);
    for (const migration of pending) await apply(client, migration);
    return pending.map(({ name }) => name);
  } finally {
    await client.end();
  }
}

async function pendingOf(client: Client, migrations: readonly Migration[]): Promise<Migration[]> {
  const { rows } = await client.query<{ number: number; name: string; checksum: string }>(
    'SELECT number, name, checksum FROM shelfcast.schema_migration ORDER BY number',
  );
  const applied = new Map(rows.map((row) => [row.number, row]));
  for (const { number, name, checksum } of rows) {
    const ours = migrations.find((migration) => migration.number === number);
    if (!ours) {
      throw new ShelfcastError(databaseErrors.newer_schema, {
        detail: `The database has migration ${number} (${name}), which this program does not know.`,
        remedy: 'Start the newer version of Shelfcast that made it: migrations only go forward.',
      });
    }
    if (ours.checksum !== checksum) {
      throw new ShelfcastError(databaseErrors.migration_changed, {
        detail: `Migration ${number} (${name}) was applied with another text than it has now.`,
        remedy: 'Restore its text and put the change into a new migration.',
      });
    }
  }
  return migrations.filter(({ number }) => !applied.has(number));
}

async function apply(client: Client, { number, name, text, checksum }: Migration): Promise<void> {
  await client.query('BEGIN');
  try {
    await client.query(text);
    await client.query('RESET ROLE');
    await client.query(
      'INSERT INTO shelfcast.schema_migration (number, name, checksum) VALUES ($1, $2, $3)',
      [number, name, checksum],
    );
    await client.query('COMMIT');
  } catch (cause) {
    await client.query('ROLLBACK');
    throw new ShelfcastError(
      databaseErrors.migration_failed,
      {
        detail: `Migration ${number} (${name}) failed${placeOf(cause, text)}: ${(cause as Error).message}.`,
        remedy: 'Nothing of it was applied. Fix the cause and start again.',
      },
      { cause },
    );
  }
}

function placeOf(error: unknown, text: string): string {
  const position = error instanceof DatabaseError ? Number(error.position) : Number.NaN;
  return position > 0 ? ` in line ${text.slice(0, position).split('\n').length}` : '';
}
