import { readFileSync, renameSync, statSync } from 'node:fs';

/** Logs are appended to from start to start; one old file is kept. */
const LARGEST_BYTES = 10 * 2 ** 20;

/** Makes room: a log that has grown large becomes `x.log.old`. */
export function rotateLog(path: string): void {
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  if (size > LARGEST_BYTES) renameSync(path, `${path}.old`);
}

/** What a process said last about its end: its error where one can be found, else its last lines. */
export function lastWords(path: string, lines = 3): string {
  let written: string[];
  try {
    written = readFileSync(path, 'utf8').trimEnd().split('\n');
  } catch {
    return '(nothing)';
  }
  const error = written.findLast((line) => /^\w*Error\b|"level":(50|60)/.test(line));
  if (error === undefined) return written.slice(-lines).join('\n');
  return error.startsWith('{') ? messageOf(error) : error;
}

/** The message of a line of pino's. */
function messageOf(line: string): string {
  try {
    const { msg, err, error } = JSON.parse(line) as {
      msg?: string;
      error?: unknown;
      err?: { message?: string };
    };
    return [msg, err?.message ?? (typeof error === 'string' ? error : undefined)]
      .filter((part) => part !== undefined)
      .join(': ');
  } catch {
    return line;
  }
}
