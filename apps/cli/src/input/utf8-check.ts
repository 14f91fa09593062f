import { isUtf8 } from 'node:buffer';
import { Transform } from 'node:stream';
import { forecastErrors, ShelfcastError } from '@shelfcast/domain';

/** Passes text through without its byte order mark, and tells afterwards in which encoding it was. */
export function createUtf8Check(name: string) {
  let seen = 0;
  let encoding: 'utf-8' | 'utf-16le' | 'windows-1252' = 'utf-8';
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
  return { stream, bytes: () => seen, encoding: () => encoding };
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
