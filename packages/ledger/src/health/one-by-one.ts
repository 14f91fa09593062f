/** The rows of a cursor, one at a time; undefined behind the last. End it with `return`. */
export async function* oneByOne<Row>(batches: AsyncIterable<Row[]>): AsyncGenerator<Row, undefined> {
  for await (const batch of batches) yield* batch;
  return undefined;
}
