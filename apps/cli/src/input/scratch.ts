import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder of this process for what is too large for memory. Gone when the process ends, however it ends. */
export interface Scratch {
  /** A name for a new file in it. No glob characters, and no ending that a reader could draw conclusions from. */
  newPath(): string;
  remove(): void;
}

export function createScratch(): Scratch {
  const folder = mkdtempSync(join(tmpdir(), 'shelfcast-'));
  let files = 0;
  const remove = () => rmSync(folder, { recursive: true, force: true });
  process.once('exit', remove);
  return {
    newPath: () => join(folder, `file-${++files}`),
    remove: () => {
      remove();
      process.off('exit', remove);
    },
  };
}
