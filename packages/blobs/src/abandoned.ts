import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { TEMPORARY } from './blob-key.ts';
import { DRAFT } from './folder-drafts.ts';

const DAY_MILLISECONDS = 24 * 3600 * 1000;
/** Longer than any request is allowed to take. */
const ABANDONED_MILLISECONDS = DAY_MILLISECONDS;
/** Longer than an upload in pieces may rest: whoever keeps count of those has removed it a day before. */
const ABANDONED_DRAFT_MILLISECONDS = 8 * DAY_MILLISECONDS;

/**
 * Removes what killed writers left half-written in a folder store; run once at a start. `now` is in milliseconds since
 * 1970. Returns how many.
 */
export async function removeAbandonedDrafts(folder: string, now: number): Promise<number> {
  const names = await readdir(folder, { recursive: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  let removed = 0;
  for (const name of names.filter((each) => each.endsWith(TEMPORARY))) {
    const path = join(folder, name);
    const { mtimeMs } = await stat(path);
    const rest = name.endsWith(DRAFT) ? ABANDONED_DRAFT_MILLISECONDS : ABANDONED_MILLISECONDS;
    if (now - mtimeMs < rest) continue;
    await rm(path, { force: true });
    removed += 1;
  }
  return removed;
}
