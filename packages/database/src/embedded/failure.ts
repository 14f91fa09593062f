import { databaseErrors, ShelfcastError } from '@shelfcast/domain';

/** Turns what initdb or the server wrote before it gave up into an error that says what to do. */
export function startFailure(program: string, output: string): ShelfcastError {
  const cause = new Error(output.trim().split('\n').slice(-20).join('\n'));
  if (/No space left on device|Disk quota exceeded/i.test(output)) {
    return new ShelfcastError(
      databaseErrors.disk_full,
      {
        detail: `${program} found no space left for the data folder.`,
        remedy: 'Free some space, or choose a data folder on another disk, and start again: nothing is lost.',
      },
      { cause },
    );
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
