/** Texts of a column that are remembered: twenty megabytes at the most. A column with more kinds of text starts over, and loses little. */
const MOST_TEXTS = 131_072;

/**
 * Reads a text once and remembers what it meant: codes and names stand in a file many times over. Equal texts get the same
 * result, by identity, so that tables further on find it quickly.
 */
export function remembering<T extends NonNullable<unknown> | null>(
  read: (text: string) => T,
): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    if (known.size === MOST_TEXTS) known.clear();
    const own = ownCopy(text);
    const meant = read(own);
    known.set(own, meant);
    return meant;
  };
}

/** Remembers only the text before: lines of an order stand together, and most files are sorted by day. */
export function rememberingLast<T>(read: (text: string) => T): (text: string) => T {
  let last: string | undefined;
  let meant: T;
  return (text) => {
    if (text !== last) {
      meant = read(text);
      last = text;
    }
    return meant;
  };
}

/**
 * The same text in memory of its own. V8 cuts a field of 13 characters and more as a view of the piece of file that it stands in
 * (`SlicedString`): a set of a million such codes would hold the whole file.
 */
export function ownCopy(text: string): string {
  const narrow = Buffer.from(text, 'latin1').toString('latin1');
  return narrow === text ? narrow : Buffer.from(text, 'utf16le').toString('utf16le');
}
