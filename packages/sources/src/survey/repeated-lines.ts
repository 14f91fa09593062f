import type { SaleLine } from '@shelfcast/domain';

/** Lines of an order that are compared one by one; a longer order is looked up in a table. */
const FEW_LINES = 16;

/**
 * Counts lines that equal an earlier one of the same order. Lines of an order stand together in every export, so that only
 * the order at hand is remembered.
 */
export class RepeatedLines {
  count = 0;
  #order: string | null = null;
  #lines: SaleLine[] = [];
  readonly #keys = new Set<string>();

  add(line: SaleLine): void {
    if (line.order === null || line.line !== null) return;
    if (line.order !== this.#order) {
      this.#order = line.order;
      this.#lines = [];
      this.#keys.clear();
    }
    if (this.#seen(line)) this.count++;
  }

  /** Whether the order has had an equal of `line`, which it has from now on. */
  #seen(line: SaleLine): boolean {
    if (this.#lines.length < FEW_LINES) {
      if (this.#lines.some((other) => equal(other, line))) return true;
      this.#lines.push(line);
      return false;
    }
    if (this.#keys.size === 0) for (const other of this.#lines) this.#keys.add(keyOf(other));
    const seen = this.#keys.size;
    return this.#keys.add(keyOf(line)).size === seen;
  }
}

const equal = (a: SaleLine, b: SaleLine) =>
  a.product === b.product && a.units === b.units && a.revenue === b.revenue;

const keyOf = ({ product, units, revenue }: SaleLine) => `${product}\t${units}\t${revenue}`;
