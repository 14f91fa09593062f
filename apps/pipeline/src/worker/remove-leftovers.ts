import { readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LOCAL_FILES_PREFIX } from '../forecast/local-files.ts';

// No shard takes a day; whatever is older has no owner any more.
const ABANDONED_MILLISECONDS = 24 * 3600 * 1000;

/** Removes temporary folders that killed processes left. */
export async function removeLeftovers(now: number): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    if (!name.startsWith(LOCAL_FILES_PREFIX)) continue;
    const path = join(tmpdir(), name);
    const found = await stat(path).catch(() => undefined);
    if (found && now - found.mtimeMs > ABANDONED_MILLISECONDS)
      await rm(path, { recursive: true, force: true });
  }
}
