import { ShelfcastError, uploadErrors } from '@shelfcast/domain';
import { SaxesParser } from 'saxes';

/** What a part of a workbook is listened to for. Names come without their namespace's prefix. */
export interface XmlListener {
  open?(name: string, attributes: Readonly<Record<string, string>>): void;
  close?(name: string): void;
  text?(text: string): void;
}

/** A cell holds 32,767 characters at most; a text beyond this many was made to take memory. */
const MAX_TEXT_CHARACTERS = 1_048_576;

/**
 * Parses a part of a workbook as it arrives; after each chunk `afterChunk` may hand on what was understood. Entities are
 * never expanded and a document type is refused, so that no file reads another or grows a thousandfold.
 */
export async function* parseXml<T>(
  chunks: AsyncIterable<Buffer>,
  fileName: string,
  listener: XmlListener,
  afterChunk: () => T | undefined,
): AsyncGenerator<T> {
  const parser = new SaxesParser({ position: false, xmlns: false });
  const decoder = new TextDecoder('utf-8');
  let problem: Error | undefined;
  let textLength = 0;
  parser.on('error', (error) => {
    problem ??= error;
  });
  parser.on('doctype', () => {
    problem ??= new Error('it declares a document type');
  });
  parser.on('opentag', (tag) => {
    textLength = 0;
    listener.open?.(localName(tag.name), tag.attributes);
  });
  parser.on('closetag', (tag) => listener.close?.(localName(tag.name)));
  parser.on('text', (text) => {
    textLength += text.length;
    if (textLength > MAX_TEXT_CHARACTERS) problem ??= new Error('a cell is longer than a million characters');
    listener.text?.(text);
  });
  for await (const chunk of chunks) {
    parser.write(decoder.decode(chunk, { stream: true }));
    if (problem) throw brokenWorkbook(fileName, problem.message, problem);
    const ready = afterChunk();
    if (ready !== undefined) yield ready;
  }
  parser.close();
  if (problem) throw brokenWorkbook(fileName, problem.message, problem);
  const rest = afterChunk();
  if (rest !== undefined) yield rest;
}

/** Listens to a whole part. */
export async function readXml(
  chunks: AsyncIterable<Buffer> | undefined,
  fileName: string,
  listener: XmlListener,
): Promise<void> {
  if (chunks === undefined) return;
  for await (const _ of parseXml(chunks, fileName, listener, () => undefined));
}

const localName = (name: string) => name.slice(name.indexOf(':') + 1);

/** A workbook that no spreadsheet program would write. */
export function brokenWorkbook(fileName: string, what: string, cause?: unknown): ShelfcastError {
  return new ShelfcastError(
    uploadErrors.broken_workbook,
    {
      detail: `The workbook cannot be read: ${what.slice(0, 200)}.`,
      remedy: 'Open it in a spreadsheet program and save it again, or save the sheet as CSV.',
      where: { file: fileName },
    },
    { cause },
  );
}
