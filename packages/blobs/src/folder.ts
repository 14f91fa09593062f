import { randomBytes } from 'node:crypto';
import { createReadStream, type Dirent } from 'node:fs';
import { open, readdir, readFile, rename, rm, stat, unlink } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { BlobNotFound, keyNames, prefixNames, TEMPORARY } from './blob-key.ts';
import type { BlobContent, BlobStat, BlobStore } from './blob-store.ts';
import type { Drafts } from './drafts.ts';
import { folderDrafts } from './folder-drafts.ts';
import { makeFolder, syncFolder } from './folder-durability.ts';

/** Blobs as files below a folder. */
export interface FolderBlobStore extends BlobStore {
  localPath(key: string): string;
  readonly drafts: Drafts;
}

/** Blobs as files below a folder, which is made when missing. */
export function folderBlobStore(folder: string): FolderBlobStore {
  const root = resolve(folder);
  const pathOf = (key: string) => join(root, ...keyNames(key));
  return {
    localPath: pathOf,
    drafts: folderDrafts({ root, pathOf, stat: async (key) => statOf(key, pathOf(key)) }),
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
