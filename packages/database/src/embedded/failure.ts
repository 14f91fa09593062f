import { databaseErrors, ShelfcastError } from '@shelfcast/domain';

/** Turns what initdb or the server wrote before it gave up into an error that says what to do. */
export function startFailure(program: string, output: string): ShelfcastError {
  const cause = new Error(output.trim().split('\n').slice(-20).join('\n'));
  if (/No space left on device|Disk quota exceeded|could not extend file .* wrote only/i.test(output)) {
    return diskFull(program, cause);
  }
  const line = /(?:FATAL|PANIC|error): +(.*)/i.exec(output)?.[1] ?? cause.message;
  return new ShelfcastError(
    databaseErrors.start_failed,
    {
      detail: `${program} gave up: ${line.trim() || 'it said nothing'}`,
      remedy:
        'Read postgres.log in the data folder; docs/errors/database.start_failed.md lists the usual causes.',
    },
    { cause },
  );
}

/** Names the one failure of our own file operations that has a remedy; everything else passes as it is. */
export function describeFileFailure(error: unknown): unknown {
  const { code } = error as NodeJS.ErrnoException;
  return code === 'ENOSPC' || code === 'EDQUOT' ? diskFull('The start', error) : error;
}

function diskFull(program: string, cause: unknown): ShelfcastError {
  return new ShelfcastError(
    databaseErrors.disk_full,
    {
      detail: `${program} found no space left for the data folder.`,
      remedy: 'Free some space (it needs about 300 MB to start) and start again: nothing is lost.',
    },
    { cause },
  );
}
