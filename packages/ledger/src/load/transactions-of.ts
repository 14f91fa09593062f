import type { SaleBatch } from '@shelfcast/domain';

/** The first transaction is small: a person who watches sees the first rows soon. */
const FIRST_ROWS = 50_000;

/**
 * Parts a file's batches into those of one transaction each, of at most `mostRows` rows where a batch has no more. Each part is to
 * be read to its end before the next. Once `signal` aborts, the part in hand ends and no further one comes.
 */
export async function* transactionsOf(
  batches: AsyncIterable<SaleBatch>,
  mostRows: number,
  signal?: AbortSignal,
): AsyncGenerator<AsyncIterable<SaleBatch>> {
  const iterator = batches[Symbol.asyncIterator]();
  const read = async () => {
    const { done, value } = await iterator.next();
    return done ? undefined : value;
  };
  try {
    let next = await read();
    for (
      let rows = Math.min(mostRows, FIRST_ROWS);
      next && !signal?.aborted;
      rows = Math.min(mostRows, 2 * rows)
    ) {
      yield (async function* () {
        let left = rows;
        while (next) {
          left -= rowsOf(next);
          yield next;
          next = await read();
          if (signal?.aborted || (next && rowsOf(next) > left)) return;
        }
      })();
    }
  } finally {
    await iterator.return?.();
  }
}

function rowsOf({ lines, planned, facts, skipped, rejected }: SaleBatch): number {
  return lines.length + planned.length + facts.length + skipped.length + rejected.length;
}
