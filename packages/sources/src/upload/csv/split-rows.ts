import { ShelfcastError, uploadErrors } from '@shelfcast/domain';
import { endlessRow } from '../endless-row.ts';
import { MAX_COLUMNS, MAX_ROW_CHARACTERS } from '../limits.ts';

const QUOTE = 0x22;
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/**
 * Cuts delimited text (RFC 4180, forgivingly) into rows of fields: quotes may stand inside an unquoted
 * field, text may follow a closing quote, lines end by LF or CRLF. Text is handed in piece by piece; a row
 * that a piece leaves open is kept until the next, up to MAX_ROW_CHARACTERS.
 *
 * Ours, because it is most of the cost of reading: docs/decisions/0009-own-csv-splitter.md.
 */
export class RowSplitter {
  #open = '';
  #rowsSeen = 0;
  readonly #delimiter: number;
  readonly #fileName: string;

  constructor(delimiter: string, fileName: string) {
    this.#delimiter = delimiter.charCodeAt(0);
    this.#fileName = fileName;
  }

  /** Appends every row that ends within `piece` to `rows`. */
  push(piece: string, rows: string[][]): void {
    const text = this.#open === '' ? piece : this.#open + piece;
    const consumed = this.#split(text, rows, false);
    this.#open = consumed === text.length ? '' : text.slice(consumed);
    if (this.#open.length > MAX_ROW_CHARACTERS) throw endlessRow(this.#fileName, this.#rowsSeen);
  }

  /**
   * Passes over the rows of `piece` where there are no more than `most`, which can be told without cutting them as long as no
   * quotation mark stands there. Returns how many were passed over; 0 where `piece` has to be pushed.
   */
  skip(piece: string, most: number): number {
    if (this.#open !== '' || !piece.endsWith('\n') || piece.includes('"')) return 0;
    let rows = 0;
    for (let at = piece.indexOf('\n'); at >= 0; at = piece.indexOf('\n', at + 1)) rows++;
    if (rows > most) return 0;
    this.#rowsSeen += rows;
    return rows;
  }

  /** Appends the last row, where the file does not end in a line end. */
  end(rows: string[][]): void {
    if (this.#open === '') return;
    const text = this.#open;
    this.#open = '';
    this.#split(text, rows, true);
  }

  /** Returns how many characters of `text` whole rows took. */
  #split(text: string, rows: string[][], last: boolean): number {
    const delimiter = this.#delimiter;
    const length = text.length;
    let width = 8;
    let rowStart = 0;
    let at = 0;
    while (at < length) {
      const fields: string[] = new Array(width);
      let count = 0;
      let rowEnded = false;
      while (!rowEnded) {
        let value = '';
        let start = at;
        if (at < length && text.charCodeAt(at) === QUOTE) {
          const close = closingQuote(text, at + 1);
          if (close < 0) {
            if (!last) return rowStart;
            throw this.#unclosedQuote();
          }
          value = text.slice(at + 1, close);
          if (value.includes('"')) value = value.replaceAll('""', '"');
          start = at = close + 1;
        }
        while (at < length) {
          const code = text.charCodeAt(at);
          if (code === delimiter || code === LINE_FEED) break;
          at++;
        }
        if (at === length && !last) return rowStart;
        rowEnded = at === length || text.charCodeAt(at) === LINE_FEED;
        const end = rowEnded && at > start && text.charCodeAt(at - 1) === CARRIAGE_RETURN ? at - 1 : at;
        if (end > start) value = value === '' ? text.slice(start, end) : value + text.slice(start, end);
        fields[count++] = value;
        at++;
        if (count > MAX_COLUMNS) throw this.#tooManyColumns();
      }
      fields.length = count;
      width = count;
      if (at - rowStart > MAX_ROW_CHARACTERS) throw endlessRow(this.#fileName, this.#rowsSeen);
      rows.push(fields);
      this.#rowsSeen++;
      rowStart = at;
    }
    return length;
  }

  #unclosedQuote(): ShelfcastError {
    return new ShelfcastError(uploadErrors.unclosed_quote, {
      detail: `Row ${this.#rowsSeen} opens a quotation mark that the file never closes.`,
      remedy: 'Close it, or double quotation marks that belong to the text ("").',
      where: { file: this.#fileName, row: this.#rowsSeen },
    });
  }

  #tooManyColumns(): ShelfcastError {
    return new ShelfcastError(uploadErrors.too_many_columns, {
      detail: `${this.#rowsSeen === 0 ? 'The header' : `Row ${this.#rowsSeen}`} has more than ${MAX_COLUMNS.toLocaleString('en')} fields.`,
      remedy: 'Export one sale a line, with a column each for date, product, location and quantity.',
      where: { file: this.#fileName, row: this.#rowsSeen },
    });
  }
}

/** Position of the quote that closes a field whose text starts at `from`, or -1; doubled quotes are text. */
function closingQuote(text: string, from: number): number {
  let at = text.indexOf('"', from);
  while (at >= 0 && text.charCodeAt(at + 1) === QUOTE) at = text.indexOf('"', at + 2);
  return at;
}
