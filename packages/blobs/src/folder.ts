import { randomBytes } from 'node:crypto';
import { createReadStream, type Dirent } from 'node:fs';
import { type FileHandle, mkdir, open, readdir, readFile, rename, rm, stat, unlink } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { BlobNotFound, keyNames, prefixNames, TEMPORARY } from './blob-key.ts';
import type { BlobContent, BlobStat, BlobStore } from './blob-store.ts';

/** Blobs as files below a folder, which is made when missing. */
export function folderBlobStore(folder: string): Required<BlobStore> {
  const root = resolve(folder);
  const pathOf = (key: string) => join(root, ...keyNames(key));
  return {
    localPath: pathOf,
    async put(key, content) {
      const path = pathOf(key);
      await makeFolder(dirname(path));
      // Beside its place, so that the rename stays on one file system; a random name, so that writers don't meet.
      const draft = `${path}.${randomBytes(6).toString('hex')}${TEMPORARY}`;
      try {
        await writeDurably(draft, content);
        await rename(draft, path);
      } catch (error) {
        await rm(draft, { force: true });
        throw error;
      }
      await syncFolder(dirname(path));
      return (await statOf(key, path)) ?? notFound(key);
    },
    async open(key, range) {
      const handle = await open(pathOf(key), 'r').catch((error) => missing(error, key));
      if (!(await handle.stat()).isFile()) {
        await handle.close();
        notFound(key);
      }
      return createReadStream('', { fd: handle, start: range?.start, end: range?.end });
    },
    read: (key) => readFile(pathOf(key)).catch((error) => missing(error, key)),
    stat: async (key) => statOf(key, pathOf(key)),
    list: (prefix) => walk(root, prefixNames(prefix)),
    async remove(keyOrPrefix) {
      if (keyOrPrefix === '' || keyOrPrefix.endsWith('/')) {
        await rm(join(root, ...prefixNames(keyOrPrefix)), { recursive: true, force: true });
        return;
      }
      await unlink(pathOf(keyOrPrefix)).catch((error) => {
        if (!isMissing(error)) throw error;
      });
    },
  };
}

async function writeDurably(path: string, content: BlobContent): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** A rename is durable once the folder that holds the name is. */
async function syncFolder(path: string): Promise<void> {
  let handle: FileHandle | undefined;
  try {
    handle = await open(path, 'r');
    await handle.sync();
  } finally {
    await handle?.close();
  }
}

/** mkdir -p, with each new folder's name made durable in its parent. */
async function makeFolder(path: string): Promise<void> {
  const first = await mkdir(path, { recursive: true, mode: 0o700 });
  if (first === undefined) return;
  for (let made = path; made.length >= first.length; made = dirname(made)) await syncFolder(dirname(made));
}

async function statOf(key: string, path: string): Promise<BlobStat | undefined> {
  try {
    const found = await stat(path);
    return found.isFile() ? { key, bytes: found.size, modifiedAt: found.mtime } : undefined;
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

/** Names compare by code unit, as S3 lists them, with a folder standing as its name plus `/`. */
async function* walk(root: string, names: readonly string[]): AsyncIterable<BlobStat> {
  const entries = await readdir(join(root, ...names), { withFileTypes: true }).catch((error): Dirent[] => {
    if (isMissing(error)) return [];
    throw error;
  });
  const sorted = entries
    .map((entry) => ({ entry, order: entry.isDirectory() ? `${entry.name}/` : entry.name }))
    .sort((a, b) => (a.order < b.order ? -1 : 1));
  for (const { entry } of sorted) {
    const inner = [...names, entry.name];
    if (entry.isDirectory()) yield* walk(root, inner);
    else if (!entry.name.endsWith(TEMPORARY)) {
      const found = await statOf(inner.join('/'), join(root, ...inner));
      if (found) yield found;
    }
  }
}

function isMissing(error: unknown): boolean {
  return ['ENOENT', 'ENOTDIR', 'EISDIR'].includes((error as NodeJS.ErrnoException).code ?? '');
}

function missing(error: unknown, key: string): never {
  if (isMissing(error)) notFound(key);
  throw error;
}

function notFound(key: string): never {
  throw new BlobNotFound(key);
}
