import type { SaleLine } from '@shelfcast/domain';
import type { CodeBook } from './code-book.ts';
import type { SeenKeys } from './seen-keys.ts';

/** A line with its place among the equals of its transaction. */
export interface NumberedLine {
  readonly line: SaleLine;
  /** 1 for the first line of this key in the transaction, 2 for the second. */
  readonly nth: number;
  /** Whether an earlier transaction of this import may have brought the key too. */
  readonly maybeEarlier: boolean;
}

/** Numbers the lines of one transaction by key, as they come. */
export class LineNumbers {
  /** By key, twice the number of its lines so far; odd where an earlier transaction may have brought it. */
  readonly #counts = new Map<string, number>();
  readonly #codes: CodeBook;
  readonly #seen: SeenKeys;

  constructor(codes: CodeBook, seen: SeenKeys) {
    this.#codes = codes;
    this.#seen = seen;
  }

  /** The lines numbered; those that stand here twice under one line number apart, as an order has each once. */
  number(lines: readonly SaleLine[]): { readonly numbered: NumberedLine[]; readonly doubled: SaleLine[] } {
    const numbered: NumberedLine[] = [];
    const doubled: SaleLine[] = [];
    for (const line of lines) {
      const key = keyOf(line, this.#codes);
      const before = this.#counts.get(key);
      if (before !== undefined && line.order !== null && line.line !== null) {
        doubled.push(line);
        continue;
      }
      const count = before === undefined ? 2 + Number(this.#seen.addAndTell(key)) : before + 2;
      this.#counts.set(key, count);
      numbered.push({ line, nth: count >> 1, maybeEarlier: (count & 1) === 1 });
    }
    return { numbered, doubled };
  }
}

/**
 * Order and line; or order and product; or, without an order, series and day: three fields each, so that no two kinds
 * look alike. Codes hold no tabs. `recallKeys` finds the same in the ledger.
 */
function keyOf(line: SaleLine, codes: CodeBook): string {
  if (line.order === null) return `\t${codes.seriesId(line)}\t${line.soldOn}`;
  return line.line === null
    ? `${line.order}\t${codes.productId(line.product)}\t`
    : `${line.order}\t\t${line.line}`;
}
