import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';

/** Lines of a text file, gzipped where its name says so. */
export function linesOf(path: string): AsyncIterable<string> {
  const file = createReadStream(path);
  return createInterface({
    input: path.endsWith('.gz') ? file.pipe(createGunzip()) : file,
    crlfDelay: Number.POSITIVE_INFINITY,
  });
}

/** Rows of a plain CSV (no quoted commas), each as a getter by column name. */
export async function* rowsOf(path: string): AsyncIterable<(column: string) => string> {
  let places: Map<string, number> | undefined;
  for await (const line of linesOf(path)) {
    const fields = line.split(',');
    if (places === undefined) {
      places = new Map(fields.map((name, at) => [name, at]));
      continue;
    }
    const known = places;
    yield (column) => {
      const at = known.get(column);
      if (at === undefined) throw new Error(`${path} has no column ${column}`);
      return fields[at] ?? '';
    };
  }
}
