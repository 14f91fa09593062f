import { accessSync, constants, mkdirSync, statfsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ShelfcastError, startErrors } from '@shelfcast/domain';

/** Where everything of one installation lies; removing the folder removes all of it. */
export interface DataFolder {
  readonly path: string;
  readonly postgres: string;
  readonly blobs: string;
  readonly logs: string;
  readonly secrets: string;
}

/** An empty cluster takes 40 MB, its write-ahead log 128 MB and more during an import. */
const NEEDED_BYTES = 500 * 2 ** 20;

/** Makes the folder, readable by its owner only, or says why that can't be. */
export function openDataFolder(path: string): DataFolder {
  const folder = {
    path,
    postgres: join(path, 'postgres'),
    blobs: join(path, 'blobs'),
    logs: join(path, 'logs'),
    secrets: join(path, 'secrets.json'),
  };
  try {
    mkdirSync(path, { recursive: true, mode: 0o700 });
    for (const each of [folder.blobs, folder.logs]) mkdirSync(each, { recursive: true, mode: 0o700 });
    accessSync(path, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    throw unusable(path, error as NodeJS.ErrnoException);
  }
  requireSpace(path);
  return folder;
}

function unusable(path: string, error: NodeJS.ErrnoException): ShelfcastError {
  if (error.code === 'ENOSPC') return diskFull(path, 0);
  const detail =
    error.code === 'EEXIST' || error.code === 'ENOTDIR'
      ? `${isFile(path) ? path : dirname(path)} is a file, not a folder.`
      : `The data folder ${path} can't be made or written (${error.code}).`;
  return new ShelfcastError(startErrors.data_folder_unusable, {
    detail,
    remedy: 'Choose a folder that belongs to you: npm start -- --data ~/shelfcast-data',
  });
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

function requireSpace(path: string): void {
  const free = freeBytes(path);
  if (free < NEEDED_BYTES) throw diskFull(path, free);
}

export function freeBytes(path: string): number {
  const { bavail, bsize } = statfsSync(path);
  return bavail * bsize;
}

function diskFull(path: string, free: number): ShelfcastError {
  return new ShelfcastError(startErrors.disk_full, {
    detail: `The disk that holds ${path} has ${Math.round(free / 2 ** 20)} MB left; ${NEEDED_BYTES / 2 ** 20} MB are needed to start.`,
    remedy: 'Free some space, or choose a folder on another disk: npm start -- --data /other/disk/shelfcast',
  });
}
