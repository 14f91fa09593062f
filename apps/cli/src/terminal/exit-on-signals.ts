import { exitCodes } from '../command.ts';

/**
 * Ends the process at once on Ctrl-C or a polite kill. A command that writes nothing but a temporary file has nothing to save:
 * what must go, goes in `exit` handlers (scratch folder, unfinished result).
 */
export function exitOnSignals(): void {
  process.once('SIGINT', () => {
    process.stderr.write('\nInterrupted: nothing was written.\n');
    process.exit(exitCodes.interrupted);
  });
  process.once('SIGTERM', () => process.exit(exitCodes.terminated));
}
