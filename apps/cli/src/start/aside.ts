import type { Terminal } from '../terminal/terminal.ts';

/** Says something while a bar may stand on the line: the bar draws itself again below. */
export function aside({ say, interactive }: Terminal): (line: string) => void {
  return (line) => say(interactive ? `\r\x1b[K${line}` : line);
}
