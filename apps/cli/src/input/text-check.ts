import { isUtf8 } from 'node:buffer';
import { Transform } from 'node:stream';
import { forecastErrors, ShelfcastError } from '@shelfcast/domain';

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;

export interface TextFindings {
  readonly bytes: number;
  readonly encoding: 'utf-8' | 'utf-16le' | 'windows-1252';
  /** Lines end here with CR LF and there with LF alone: DuckDB would lose rows of such a file without a word. */
  readonly mixedLineBreaks: boolean;
}

/** Passes text through without its byte order mark, and tells afterwards what kind of text it was. */
export function createTextCheck(name: string): { stream: Transform; findings(): TextFindings } {
  let seen = 0;
  let encoding: TextFindings['encoding'] = 'utf-8';
  let withReturn = 0;
  let withoutReturn = 0;
  let lastByte = 0;
  // The bytes of a character that the last chunk cut in two.
  let carried = Buffer.alloc(0);

  const stream = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      let text = chunk;
      if (seen === 0) {
        if (chunk[0] === 0xff && chunk[1] === 0xfe) encoding = 'utf-16le';
        if (chunk[0] === 0xef && chunk[1] === 0xbb && chunk[2] === 0xbf) text = chunk.subarray(3);
      }
      seen += chunk.length;
      for (let at = text.indexOf(LINE_FEED); at >= 0; at = text.indexOf(LINE_FEED, at + 1))
        if ((at === 0 ? lastByte : text[at - 1]) === CARRIAGE_RETURN) withReturn++;
        else withoutReturn++;
      lastByte = text[text.length - 1];
      if (encoding === 'utf-8') {
        if (text.includes(0)) return done(binary(name));
        const whole = carried.length === 0 ? text : Buffer.concat([carried, text]);
        const end = lastWholeCharacter(whole);
        if (!isUtf8(whole.subarray(0, end))) encoding = 'windows-1252';
        carried = Buffer.from(whole.subarray(end));
      }
      done(null, text);
    },
    flush(done) {
      if (encoding === 'utf-8' && carried.length > 0) encoding = 'windows-1252';
      done();
    },
  });
  return {
    stream,
    findings: () => ({ bytes: seen, encoding, mixedLineBreaks: withReturn > 0 && withoutReturn > 0 }),
  };
}

/** A text file has no NUL byte; images, programs and databases do within their first kilobytes. */
function binary(name: string): ShelfcastError {
  return new ShelfcastError(forecastErrors.not_a_table, {
    detail: `${name} holds bytes that no text file has: it is neither CSV nor Parquet.`,
    remedy: 'Export the sales as CSV (also .gz) or Parquet.',
    where: { file: name },
  });
}

/** Where the last complete UTF-8 character of `bytes` ends; up to three bytes may belong to the next chunk. */
function lastWholeCharacter(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back];
    if ((byte & 0b1100_0000) === 0b1000_0000) continue;
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
    return length > back ? bytes.length - back : bytes.length;
  }
  return bytes.length;
}
