import type { ResultTable } from './experiment.ts';

/** As Markdown, with columns aligned: readable in the terminal, and pasted as it is. */
export function markdown({ head, rows }: ResultTable): string {
  const widths = head.map((_, i) => Math.max(...[head, ...rows].map((row) => row[i].length)));
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, i) => cell.padEnd(widths[i])).join(' | ')} |`;
  return [line(head), `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`, ...rows.map(line)].join(
    '\n',
  );
}

export function seconds(value: number): string {
  return `${value.toFixed(1)} s`;
}

/** 1 MB = 10⁶ bytes. */
export function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1e6).toLocaleString('en-US')} MB`;
}
