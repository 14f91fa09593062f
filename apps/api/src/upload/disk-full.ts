import { ShelfcastError, transferErrors } from '@shelfcast/domain';

/** What the file system says when nothing fits any more: no space, or no more of it for this user. */
const FULL = new Set(['ENOSPC', 'EDQUOT']);

/** A full disk as the error that says so; anything else as it was. */
export function diskFull(error: unknown, kept: string): unknown {
  if (!FULL.has((error as NodeJS.ErrnoException).code ?? '')) return error;
  return new ShelfcastError(
    transferErrors.disk_full,
    {
      detail: `The server’s disk has no room for more of the file. ${kept}`,
      remedy: 'Free some space on the server, then go on; or compress the file with gzip.',
    },
    { cause: error },
  );
}
