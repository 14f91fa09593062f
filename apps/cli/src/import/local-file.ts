import { fstatSync, openSync, readSync } from 'node:fs';
import { basename } from 'node:path';
import type { FileToSend } from '@shelfcast/contract/upload';
import { ShelfcastError, transferErrors } from '@shelfcast/domain';

/**
 * A file as it can be sent: read where and when its bytes are needed, never as a whole. Open until the process ends. Throws
 * `transfer.file_unreadable`, also later, should the file change. (Node's own openAsBlob loses count beyond 4 GiB.)
 */
export function localFile(path: string): FileToSend {
  try {
    const file = openSync(path, 'r');
    const facts = fstatSync(file);
    if (!facts.isFile()) throw unreadable(path, 'is not a file', 'Name the files in it one by one.');
    if (facts.size === 0) throw unreadable(path, 'is empty', 'Export it again.');
    return {
      name: basename(path),
      size: facts.size,
      lastModified: facts.mtimeMs,
      slice(start, end) {
        const now = fstatSync(file);
        const bytes = Buffer.allocUnsafe(end - start);
        for (let read = 0; read < bytes.length; ) {
          const more = readSync(file, bytes, read, bytes.length - read, start + read);
          if (more === 0 || now.mtimeMs !== facts.mtimeMs) throw changed(path);
          read += more;
        }
        return new Blob([bytes]);
      },
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

function changed(path: string): ShelfcastError {
  return unreadable(
    path,
    'has changed while it was sent',
    'Wait until it is written whole, then give the same command again.',
  );
}
