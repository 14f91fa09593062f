import { createReadStream } from 'node:fs';

/** One record of a CSV file, as RFC 4180 cuts it. */
export interface CsvRecord {
  /** 1 = the header; empty lines don't count. */
  readonly record: number;
  /** The line of the file it begins on, 1 = the first: what an editor shows. */
  readonly line: number;
  /** How many fields it has. */
  readonly fields: number;
  /** Set where a quote is opened and never closed. */
  readonly unterminated: boolean;
  /** Set where something other than a delimiter follows a closing quote. */
  readonly strayQuote: boolean;
}

const QUOTE = 34;
const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
const BLANK = 32;

/**
 * Walks over a UTF-8 CSV file and calls `visit` for each record until it answers true. Only failures need it: DuckDB reads the
 * data faster, but can't say in our words where a file is broken, and counts rows where a person counts lines.
 */
export async function walkCsvRecords(
  path: string,
  delimiter: string,
  visit: (record: CsvRecord) => boolean,
): Promise<void> {
  const separator = delimiter.charCodeAt(0);
  let record = 1;
  let line = 1;
  let startLine = 1;
  let fields = 1;
  let bytesInRecord = 0;
  let fieldStart = true;
  let quoted = false;
  let closing = false;
  let strayQuote = false;

  const finish = (unterminated: boolean): boolean => {
    const stop = bytesInRecord > 0 && visit({ record, line: startLine, fields, unterminated, strayQuote });
    if (bytesInRecord > 0) record++;
    fields = 1;
    bytesInRecord = 0;
    fieldStart = true;
    strayQuote = false;
    return stop;
  };

  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 }) as AsyncIterable<Buffer>) {
    for (const byte of chunk) {
      if (byte === LINE_FEED) line++;
      if (quoted && !closing) {
        if (byte === QUOTE) closing = true;
        bytesInRecord++;
        continue;
      }
      if (closing) {
        closing = false;
        // A doubled quote is a quote in the text; anything else ends the quoted text.
        if (byte === QUOTE) continue;
        quoted = false;
        // A blank may follow; DuckDB takes it as padding.
        strayQuote ||= byte !== separator && byte !== LINE_FEED && byte !== CARRIAGE_RETURN && byte !== BLANK;
      }
      if (byte === LINE_FEED) {
        if (finish(false)) return;
        startLine = line;
      } else if (byte !== CARRIAGE_RETURN) {
        bytesInRecord++;
        if (byte === QUOTE && fieldStart) quoted = true;
        fieldStart = byte === separator;
        if (fieldStart) fields++;
      }
    }
  }
  finish(quoted && !closing);
}

/** The line on which the `row`-th data row (1 = the first after the header) begins. */
export async function lineOfRow(path: string, delimiter: string, row: number): Promise<number | undefined> {
  let line: number | undefined;
  await walkCsvRecords(path, delimiter, (found) => {
    if (found.record === row + 1) line = found.line;
    return line !== undefined;
  });
  return line;
}
