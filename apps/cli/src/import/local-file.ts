import { openAsBlob } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { FileToSend } from '@shelfcast/contract/upload';
import { ShelfcastError, transferErrors } from '@shelfcast/domain';

/** A file as it can be sent: read where and when its bytes are needed, never as a whole. Throws `transfer.file_unreadable`. */
export async function localFile(path: string): Promise<FileToSend> {
  try {
    const facts = await stat(path);
    if (!facts.isFile()) throw unreadable(path, 'is not a file', 'Name the files in it one by one.');
    if (facts.size === 0) throw unreadable(path, 'is empty', 'Export it again.');
    const blob = await openAsBlob(path);
    return {
      name: basename(path),
      size: facts.size,
      lastModified: facts.mtimeMs,
      slice: (start, end) => blob.slice(start, end),
    };
  } catch (error) {
    if (error instanceof ShelfcastError) throw error;
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR')
      throw unreadable(path, 'does not exist', 'Check the path; a name with spaces goes in quotes.');
    throw unreadable(
      path,
      `can't be read (${code ?? (error as Error).message})`,
      'See whether you may read it.',
    );
  }
}

function unreadable(path: string, what: string, remedy: string): ShelfcastError {
  return new ShelfcastError(transferErrors.file_unreadable, {
    detail: `${path} ${what}.`,
    remedy,
    where: { file: path },
  });
}
