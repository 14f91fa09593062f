import type { SaleLine } from '@shelfcast/domain';
import type { CodeBook } from './code-book.ts';
import type { SeenKeys } from './seen-keys.ts';

/** A line with its place among the equals of its batch. */
export interface NumberedLine {
  readonly line: SaleLine;
  /** 1 for the first line of this key in the batch, 2 for the second. */
  readonly nth: number;
  /** Whether an earlier batch of this import may have brought the key too. */
  readonly maybeEarlier: boolean;
}

/** Lines numbered by key; those that stand in the batch twice under one line number apart, as an order has each once. */
export function numberLines(
  lines: readonly SaleLine[],
  codes: CodeBook,
  seen: SeenKeys,
): { readonly numbered: NumberedLine[]; readonly doubled: SaleLine[] } {
  const counts = new Map<string, { nth: number; maybeEarlier: boolean }>();
  const numbered: NumberedLine[] = [];
  const doubled: SaleLine[] = [];
  for (const line of lines) {
    const key = keyOf(line, codes);
    const before = counts.get(key);
    if (before === undefined) {
      const first = { nth: 1, maybeEarlier: seen.addAndTell(key) };
      counts.set(key, first);
      numbered.push({ line, ...first });
    } else if (line.order !== null && line.line !== null) {
      doubled.push(line);
    } else {
      before.nth++;
      numbered.push({ line, ...before });
    }
  }
  return { numbered, doubled };
}

/** Order and line; or order and product; or, without an order, series and day. Codes hold no tabs. */
function keyOf(line: SaleLine, codes: CodeBook): string {
  if (line.order === null) return `${codes.seriesId(line)}\t${line.soldOn}`;
  return line.line === null
    ? `${line.order}\t${codes.productId(line.product)}\t`
    : `${line.order}\t\t${line.line}`;
}
