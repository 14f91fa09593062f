/**
 * Reads some items ahead: while the database writes, the file is parsed on. An error of the source surfaces where its item would
 * have been.
 */
export async function* readAhead<T>(source: AsyncIterable<T>, items: number): AsyncGenerator<T> {
  const iterator = source[Symbol.asyncIterator]();
  const coming: Promise<IteratorResult<T>>[] = [];
  try {
    for (;;) {
      while (coming.length < items) {
        const next = iterator.next();
        // It may fail while the reader is busy; it is looked at when its turn comes.
        next.catch(() => {});
        coming.push(next);
      }
      const { done, value } = await coming.shift()!;
      if (done) return;
      yield value;
    }
  } finally {
    await Promise.allSettled(coming);
    await iterator.return?.();
  }
}
