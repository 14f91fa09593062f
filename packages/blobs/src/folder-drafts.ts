import { type FileHandle, open, rename, rm, stat, statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import { TEMPORARY } from './blob-key.ts';
import type { BlobStat } from './blob-store.ts';
import type { Drafts } from './drafts.ts';
import { makeFolder, syncFolder } from './folder-durability.ts';

/** How the file of a draft is called, beside its place. */
export const DRAFT = `.upload${TEMPORARY}`;
/** As much as a crash may cost: at 100 MB/s a third of a second of sending. */
const DURABLE_EVERY_BYTES = 32 * 2 ** 20;
/** Chunks of a socket are 64 KiB; sixteen at once cost one system call. */
const GATHER_BYTES = 2 ** 20;

interface Place {
  readonly root: string;
  pathOf(key: string): string;
  stat(key: string): Promise<BlobStat | undefined>;
}

/** Drafts as files beside their place, so that finishing is a rename within one file system. */
export function folderDrafts({ root, pathOf, stat: statBlob }: Place): Drafts {
  const draftOf = (key: string) => pathOf(key) + DRAFT;
  return {
    async free() {
      await makeFolder(root);
      const { bavail, bsize } = await statfs(root);
      return bavail * bsize;
    },
    async write(key, offset, content, { onDurable, durableEvery = DURABLE_EVERY_BYTES }) {
      const path = draftOf(key);
      if (offset === 0) await makeFolder(dirname(path));
      const file = await open(path, offset === 0 ? 'w' : 'r+', 0o600).catch((error) => absent(error, key));
      try {
        if ((await file.stat()).size < offset)
          throw new RangeError(`The draft ${key} ends before ${offset}.`);
        await file.truncate(offset);
        if (offset === 0) await syncFolder(dirname(path));
        return await writeOn(file, offset, content, durableEvery, onDurable);
      } finally {
        await file.close();
      }
    },
    async finish(key, bytes) {
      const draft = await stat(draftOf(key)).catch(() => undefined);
      if (draft) {
        if (draft.size !== bytes)
          throw new RangeError(`The draft ${key} has ${draft.size} bytes, not ${bytes}.`);
        await rename(draftOf(key), pathOf(key));
        await syncFolder(dirname(pathOf(key)));
      }
      const blob = await statBlob(key);
      if (blob?.bytes !== bytes) throw new RangeError(`There is no draft ${key}.`);
      return blob;
    },
    remove: (key) => rm(draftOf(key), { force: true }),
  };
}

async function writeOn(
  file: FileHandle,
  offset: number,
  content: AsyncIterable<Uint8Array>,
  durableEvery: number,
  onDurable: (bytes: number) => Promise<void>,
): Promise<number> {
  let end = offset;
  let durable = offset;
  let gathered: Uint8Array[] = [];
  let gatheredBytes = 0;
  const write = async () => {
    const [pieces, bytes] = [gathered, gatheredBytes];
    [gathered, gatheredBytes] = [[], 0];
    for (let at = 0; at < bytes; ) {
      const { bytesWritten } = await file.writev(remaining(pieces, at), end + at);
      at += bytesWritten;
    }
    end += bytes;
  };
  const makeDurable = async () => {
    await write();
    if (end === durable) return;
    await file.datasync();
    durable = end;
    await onDurable(end);
  };
  try {
    for await (const chunk of content) {
      gathered.push(chunk);
      gatheredBytes += chunk.length;
      if (end + gatheredBytes - durable >= durableEvery) await makeDurable();
      else if (gatheredBytes >= GATHER_BYTES) await write();
    }
  } catch (error) {
    // The line broke: what came over it is kept. Should the disk be the trouble, its own error says so.
    await makeDurable();
    throw error;
  }
  await makeDurable();
  return end;
}

/** What is left of some pieces after their first bytes: a write may take fewer than it was given. */
function remaining(pieces: readonly Uint8Array[], skip: number): Uint8Array[] {
  const left: Uint8Array[] = [];
  for (const piece of pieces) {
    if (skip < piece.length) left.push(skip > 0 ? piece.subarray(skip) : piece);
    skip = Math.max(0, skip - piece.length);
  }
  return left;
}

function absent(error: unknown, key: string): never {
  if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw new RangeError(`There is no draft ${key}.`);
  throw error;
}
