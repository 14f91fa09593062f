import { createHash } from 'node:crypto';
import { constants, createReadStream } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { ShelfcastError, startErrors } from '@shelfcast/domain';

/** A file that is there and may be read, known by its content. */
export interface SalesFile {
  readonly path: string;
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** Looks at the file before anything is started. */
export async function openSalesFile(path: string): Promise<SalesFile> {
  try {
    const facts = await stat(path);
    if (!facts.isFile())
      throw unreadable(path, 'is not a file', 'Give one file: a CSV (also .gz) or Parquet.');
    await access(path, constants.R_OK);
    const hash = createHash('sha256');
    await pipeline(createReadStream(path), hash);
    return { path, name: basename(path), bytes: facts.size, sha256: hash.digest('hex') };
  } catch (error) {
    if (error instanceof ShelfcastError) throw error;
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') {
      throw unreadable(path, 'does not exist', 'Check the path; a name with spaces goes in quotes.');
    }
    if (code === 'EACCES' || code === 'EPERM') {
      throw unreadable(path, 'may not be read by you', `Allow it: chmod u+r ${JSON.stringify(path)}`);
    }
    throw unreadable(path, `can't be read (${code})`, 'Copy it to a local disk and try again.');
  }
}

function unreadable(path: string, what: string, remedy: string): ShelfcastError {
  return new ShelfcastError(startErrors.file_unreadable, {
    detail: `${path} ${what}.`,
    remedy,
    where: { file: path },
  });
}
