import { isAscii, isUtf8 } from 'node:buffer';
import { endlessRow } from '../endless-row.ts';
import { MAX_ROW_CHARACTERS } from '../limits.ts';

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/**
 * Turns bytes into text, cut only behind line ends (the last piece may lack one).
 * Encodings: UTF-8, with UTF-16 where a byte order mark says so; a line that is no UTF-8 is read as
 * Windows-1252. Deciding by line, not by file, needs no pass ahead and never garbles more than that line.
 */
export async function* readText(chunks: AsyncIterable<Buffer>, fileName: string): AsyncGenerator<string> {
  let held: Buffer = Buffer.alloc(0);
  let decode: ((bytes: Buffer) => string) | undefined;
  let oldMacintosh = false;
  for await (const chunk of chunks) {
    held = held.length === 0 ? chunk : Buffer.concat([held, chunk]);
    if (!decode) {
      if (held.length < 3) {
        held = Buffer.from(held);
        continue;
      }
      const mark = byteOrderMark(held);
      if (mark.utf16) {
        yield* readUtf16(held.subarray(mark.length), chunks, mark.utf16, fileName);
        return;
      }
      held = held.subarray(mark.length);
      decode = decodeLines;
      oldMacintosh = held.includes(CARRIAGE_RETURN) && !held.includes(LINE_FEED);
    }
    const cut = held.lastIndexOf(oldMacintosh ? CARRIAGE_RETURN : LINE_FEED) + 1;
    if (cut === 0) {
      if (held.length > MAX_ROW_CHARACTERS) throw endlessRow(fileName);
      held = Buffer.from(held);
      continue;
    }
    const text = decode(held.subarray(0, cut));
    yield oldMacintosh ? text.replaceAll('\r', '\n') : text;
    // A copy, because the chunk's memory may be used for the next.
    held = Buffer.from(held.subarray(cut));
  }
  const rest = held.subarray(decode ? 0 : byteOrderMark(held).length);
  if (rest.length > 0) yield decodeLines(rest);
}

function byteOrderMark(bytes: Buffer): { length: number; utf16?: 'utf-16le' | 'utf-16be' } {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return { length: 3 };
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { length: 2, utf16: 'utf-16le' };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { length: 2, utf16: 'utf-16be' };
  return { length: 0 };
}

const windows1252 = new TextDecoder('windows-1252');

function decodeLines(bytes: Buffer): string {
  if (isAscii(bytes)) return bytes.toString('latin1');
  if (isUtf8(bytes)) return bytes.toString('utf8');
  let text = '';
  for (let from = 0; from < bytes.length; ) {
    const end = bytes.indexOf(LINE_FEED, from);
    const line = bytes.subarray(from, end < 0 ? bytes.length : end + 1);
    text += isUtf8(line) ? line.toString('utf8') : windows1252.decode(line);
    from += line.length;
  }
  return text;
}

async function* readUtf16(
  first: Buffer,
  rest: AsyncIterable<Buffer>,
  encoding: 'utf-16le' | 'utf-16be',
  fileName: string,
): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  let held = decoder.decode(first, { stream: true });
  for await (const chunk of rest) {
    held += decoder.decode(chunk, { stream: true });
    const cut = held.lastIndexOf('\n') + 1;
    if (cut === 0) {
      if (held.length > MAX_ROW_CHARACTERS) throw endlessRow(fileName);
      continue;
    }
    yield held.slice(0, cut);
    held = held.slice(cut);
  }
  held += decoder.decode();
  if (held.length > 0) yield held;
}
