interface Writer {
  readonly stop: AbortController;
  readonly ended: Promise<unknown>;
}

/**
 * Who writes which upload in this process. A client that comes back after its line broke is served at once: the request that
 * still waits for the dead line is ended, and keeps what it has got.
 */
export class Writers {
  readonly #writers = new Map<string, Writer>();

  /** Ends whoever writes this upload, and waits until it has. */
  async takeOver(upload: string): Promise<void> {
    for (let writer = this.#writers.get(upload); writer; writer = this.#writers.get(upload)) {
      writer.stop.abort();
      await writer.ended;
    }
  }

  /** Writes, alone in this process; `signal` says that another one wants to. */
  async write<T>(upload: string, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    await this.takeOver(upload);
    const stop = new AbortController();
    const writing = work(stop.signal);
    const ended = writing
      .catch(() => undefined)
      .then(() => {
        if (this.#writers.get(upload)?.stop === stop) this.#writers.delete(upload);
      });
    this.#writers.set(upload, { stop, ended });
    return writing;
  }
}
