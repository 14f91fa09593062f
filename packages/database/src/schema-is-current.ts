import type { Database } from './database.ts';
import { readMigrations } from './migration-files.ts';

/** Whether the database has exactly the migrations that this program was written for. Throws where it does not answer. */
export async function schemaIsCurrent(database: Pick<Database, 'gate'>): Promise<boolean> {
  const applied = await database.gate.appliedMigrations();
  const ours = readMigrations();
  return (
    applied.length === ours.length &&
    applied.every(({ number, checksum }, i) => ours[i].number === number && ours[i].checksum === checksum)
  );
}
