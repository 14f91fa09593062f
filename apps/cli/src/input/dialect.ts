import { closeSync, openSync, readSync } from 'node:fs';
import { forecastErrors, ShelfcastError } from '@shelfcast/domain';

export interface Dialect {
  readonly delimiter: string;
  readonly header: readonly string[];
}

/** A header longer than this is no header: M5's 1,947 columns take 15 kB. */
const LONGEST_HEADER_BYTES = 1 << 20;
const DELIMITERS = [',', ';', '\t', '|'] as const;

/** Reads the header of a UTF-8 CSV file: the delimiter is the one that cuts it into the most columns. */
export function readDialect(path: string, name: string): Dialect {
  const text = readUpTo(path, LONGEST_HEADER_BYTES)
    .toString('utf8')
    .replace(/^\uFEFF/, '');
  let dialect: Dialect | undefined;
  for (const delimiter of DELIMITERS) {
    const header = firstRecord(text, delimiter);
    if (header !== undefined && header.length > (dialect?.header.length ?? 0))
      dialect = { delimiter, header };
  }
  if (dialect === undefined)
    throw new ShelfcastError(forecastErrors.not_a_table, {
      detail: `The first line of ${name} is longer than a megabyte, or opens a quote and never closes it.`,
      remedy: 'The first line must name the columns. Give a long table: one row a series and date.',
      where: { file: name, line: 1 },
    });
  return { delimiter: dialect.delimiter, header: dialect.header.map((field) => field.trim()) };
}

function readUpTo(path: string, bytes: number): Buffer {
  const buffer = Buffer.alloc(bytes);
  const file = openSync(path, 'r');
  try {
    return buffer.subarray(0, readSync(file, buffer, 0, bytes, 0));
  } finally {
    closeSync(file);
  }
}

/** The fields of the first record that isn't empty; undefined where `text` ends before it does. */
function firstRecord(text: string, delimiter: string): string[] | undefined {
  const fields: string[] = [];
  let field = '';
  let quoted = false;
  let at = Math.max(0, text.search(/[^\r\n]/));
  for (; at < text.length; at++) {
    const letter = text[at];
    if (quoted) {
      if (letter !== '"') field += letter;
      else if (text[at + 1] === '"') field += text[++at];
      else quoted = false;
    } else if (letter === '"' && field === '') {
      quoted = true;
    } else if (letter === delimiter) {
      fields.push(field);
      field = '';
    } else if (letter === '\n' || letter === '\r') {
      break;
    } else {
      field += letter;
    }
  }
  if (quoted || at >= LONGEST_HEADER_BYTES - 1) return undefined;
  return [...fields, field];
}
