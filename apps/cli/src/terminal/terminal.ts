import { styleText } from 'node:util';

/** Where a command speaks: results to stdout, everything about the way there to stderr. */
export interface Terminal {
  /** A result: to stdout, with a line break. */
  print(line: string): void;
  /** What is going on: to stderr, with a line break. */
  say(line: string): void;
  /** True where stderr is a person's terminal, so that a line may be drawn over. */
  readonly interactive: boolean;
  /** Styles for stderr and stdout alike; plain text where either is piped or NO_COLOR is set. */
  bold(text: string): string;
  dim(text: string): string;
  red(text: string): string;
}

export function processTerminal(): Terminal {
  const coloured = process.stderr.isTTY && process.stdout.isTTY;
  // styleText itself honours NO_COLOR and FORCE_COLOR for the stream it is given.
  const style = (name: 'bold' | 'dim' | 'red') => (text: string) =>
    coloured ? styleText(name, text, { stream: process.stderr }) : text;
  return {
    print: (line) => void process.stdout.write(`${line}\n`),
    say: (line) => void process.stderr.write(`${line}\n`),
    interactive: process.stderr.isTTY === true && process.env.TERM !== 'dumb',
    bold: style('bold'),
    dim: style('dim'),
    red: style('red'),
  };
}
