const CANDIDATES = [',', ';', '\t', '|'] as const;
export type Delimiter = (typeof CANDIDATES)[number];

/** Lines looked at: a report's head above the table is shorter than this. */
const LINES = 60;

/**
 * The separator of a text: the one that cuts the most lines into the most fields, quoted text aside; a comma where none
 * does. All of the first lines are looked at, because a report's head has other signs than its table.
 */
export function sniffDelimiter(text: string): Delimiter {
  const lines = text
    .replaceAll(/"[^"]*"/g, '')
    .split('\n', LINES)
    .filter((line) => line.trim() !== '');
  let best: Delimiter = ',';
  let most = 0;
  for (const candidate of CANDIDATES) {
    const widest = commonest(lines.map((line) => line.split(candidate).length - 1));
    if (widest > most) [best, most] = [candidate, widest];
  }
  return best;
}

/** Separators a line × lines that have as many, where that is largest: a table is many lines of one width. */
function commonest(counts: readonly number[]): number {
  const lines = new Map<number, number>();
  for (const count of counts) lines.set(count, (lines.get(count) ?? 0) + 1);
  let best = 0;
  for (const [count, times] of lines) best = Math.max(best, count * times);
  return best;
}
