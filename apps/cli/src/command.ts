import type { Terminal } from './terminal/terminal.ts';

/** What scripts see. Documented in docs/cli.md; a number never changes its meaning. */
export const exitCodes = {
  done: 0,
  /** Our defect: please report it. */
  defect: 1,
  /** The command line can't be understood. */
  usage: 2,
  /** The file can't be used, or the result can't be written. */
  badInput: 3,
  /** The platform can't be reached, or refuses: nothing is wrong with the file. */
  refused: 4,
  /** Ctrl-C: 128 + SIGINT, as shells count. */
  interrupted: 130,
  /** 128 + SIGTERM. */
  terminated: 143,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** A verb of the command line. It parses its own arguments and answers with its exit code. */
export interface Command {
  /** What `--help` prints: usage, options, an example that works when pasted. */
  readonly help: string;
  run(commandLine: readonly string[], terminal: Terminal): Promise<ExitCode>;
}
