/**
 * Reads batches of rows that come by series number, and gives out those of one series after the other: numbers must be asked for in
 * increasing order, and rows of numbers that are passed over are dropped.
 */
export class BySeries<Row extends { readonly series_id: number }> implements AsyncDisposable {
  readonly #batches: AsyncIterator<Row[]> | Iterator<Row[]>;
  #batch: readonly Row[] = [];
  #at = 0;
  #ended = false;

  constructor(batches: AsyncIterable<Row[]> | Iterable<Row[]>) {
    this.#batches =
      Symbol.asyncIterator in batches ? batches[Symbol.asyncIterator]() : batches[Symbol.iterator]();
  }

  async take(series: number): Promise<Row[]> {
    const rows: Row[] = [];
    for (;;) {
      while (this.#at < this.#batch.length) {
        const row = this.#batch[this.#at];
        if (row.series_id > series) return rows;
        if (row.series_id === series) rows.push(row);
        this.#at += 1;
      }
      if (this.#ended) return rows;
      const next = await this.#batches.next();
      this.#ended = next.done === true;
      this.#batch = next.done ? [] : next.value;
      this.#at = 0;
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#batches.return?.();
  }
}
