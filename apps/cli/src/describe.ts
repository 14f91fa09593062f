import { periodName } from './calendar/calendar.ts';
import type { Sales } from './read-sales.ts';
import { plural } from './terminal/format.ts';
import type { Terminal } from './terminal/terminal.ts';

/** Says what was found in the file: the plain line after reading, and what had to be decided. */
export function describeSales(terminal: Terminal, sales: Sales): void {
  const { series, panel, choice } = sales;
  terminal.say(
    `Found ${plural(series.count, 'series', 'series')} over ${plural(panel.values.length, ...periodName[choice.calendar.frequency])} in all.`,
  );
  for (const note of sales.notes) terminal.say(`  Note: ${note}`);
}

/** How many of each, the most frequent first; equal counts by name. */
export function counted(words: Iterable<string>): [word: string, count: number][] {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
}
