/** Keeps the `size` items of the greatest weight. Of many offers few are kept, so the item is made only then. */
export class Largest<T> {
  readonly #size: number;
  #kept: { readonly weight: number; readonly item: T }[] = [];

  constructor(size: number) {
    this.#size = size;
  }

  offer(weight: number, make: () => T): void {
    const least = this.#kept.at(-1);
    if (this.#kept.length === this.#size && least !== undefined && weight <= least.weight) return;
    const at = this.#kept.findIndex((one) => one.weight < weight);
    this.#kept.splice(at < 0 ? this.#kept.length : at, 0, { weight, item: make() });
    this.#kept.length = Math.min(this.#kept.length, this.#size);
  }

  /** The greatest first; of equal ones the first that was offered. */
  get items(): T[] {
    return this.#kept.map(({ item }) => item);
  }
}
