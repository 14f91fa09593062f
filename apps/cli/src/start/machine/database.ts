import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type EmbeddedPostgres, migrate, startEmbeddedPostgres } from '@shelfcast/database';
import { ShelfcastError, startErrors } from '@shelfcast/domain';
import type { DataFolder } from './data-folder.ts';

const WATCH_MS = 1_000;

/** Starts the embedded PostgreSQL on the data folder, with every migration applied. */
export async function startDatabase(folder: DataFolder): Promise<EmbeddedPostgres> {
  const database = await startEmbeddedPostgres({ dataFolder: folder.postgres });
  try {
    await migrate(database.ownerUrl);
    return database;
  } catch (error) {
    await database.stop();
    throw error;
  }
}

/** Rejects when the database ends without us, and when `signal` aborts. */
export async function whileDatabaseRuns(
  { pid }: EmbeddedPostgres,
  folder: DataFolder,
  signal: AbortSignal,
): Promise<never> {
  for (;;) {
    await sleep(WATCH_MS, undefined, { signal });
    try {
      process.kill(pid, 0);
    } catch {
      throw new ShelfcastError(startErrors.process_failed, {
        detail: 'The database ended by itself (out of memory, or stopped by somebody).',
        remedy: `Start again: everything that was committed is there. Its log is ${join(folder.postgres, 'postgres.log')}.`,
      });
    }
  }
}
