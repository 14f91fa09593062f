import { readFileSync, renameSync, statSync } from 'node:fs';

/** Logs are appended to from start to start; one old file is kept. */
const LARGEST_BYTES = 10 * 2 ** 20;

/** Makes room: a log that has grown large becomes `x.log.old`. */
export function rotateLog(path: string): void {
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  if (size > LARGEST_BYTES) renameSync(path, `${path}.old`);
}

/** The last lines of a log, for a message about a process that ended. */
export function logTail(path: string, lines = 3): string {
  try {
    return readFileSync(path, 'utf8').trimEnd().split('\n').slice(-lines).join('\n');
  } catch {
    return '';
  }
}
