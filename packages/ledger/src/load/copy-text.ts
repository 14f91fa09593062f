/** Text as PostgreSQL's COPY reads it. */
export type CopyText = string;

/** Large enough that a write is worth its call, small enough to hold several. */
const PIECE_CHARACTERS = 65_536;

/** Escapes what COPY's text format gives a meaning to, and takes out zero characters, which no text of PostgreSQL can hold. */
export function copyText(text: string): CopyText {
  return /[\\\t\n\r\0]/.test(text)
    ? text
        .replaceAll('\0', '\ufffd')
        .replaceAll('\\', '\\\\')
        .replaceAll('\t', '\\t')
        .replaceAll('\n', '\\n')
        .replaceAll('\r', '\\r')
    : text;
}

/** Serialises rows into pieces that are neither a row nor the whole. */
export function* copyRows<Row>(rows: Iterable<Row>, serialise: (row: Row) => CopyText): Generator<string> {
  let piece = '';
  for (const row of rows) {
    piece += serialise(row);
    if (piece.length >= PIECE_CHARACTERS) {
      yield piece;
      piece = '';
    }
  }
  if (piece !== '') yield piece;
}
