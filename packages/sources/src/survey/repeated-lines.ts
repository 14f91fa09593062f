import type { SaleLine } from '@shelfcast/domain';

/**
 * Counts lines that equal an earlier one of the same order. Lines of an order stand together in every export, so that only
 * the order at hand is remembered.
 */
export class RepeatedLines {
  count = 0;
  #order: string | null = null;
  readonly #seen = new Set<string>();

  add({ order, line, product, units, revenue }: SaleLine): void {
    if (order === null || line !== null) return;
    if (order !== this.#order) {
      this.#order = order;
      this.#seen.clear();
    }
    const key = `${product}\t${units}\t${revenue}`;
    if (this.#seen.has(key)) this.count++;
    else this.#seen.add(key);
  }
}
