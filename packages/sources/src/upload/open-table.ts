import { open } from 'node:fs/promises';
import { type ErrorKind, ShelfcastError, uploadErrors } from '@shelfcast/domain';
import { gzipFile, plainFile } from './bytes/read-file.ts';
import { openCsv } from './csv/open-csv.ts';
import { openJsonLines } from './json/open-json-lines.ts';
import { openParquet } from './parquet/open-parquet.ts';
import type { Table } from './table.ts';
import { openZip } from './zip/open-zip.ts';

/** Enough to see a byte order mark, a magic number and the zero bytes of a binary file. */
const SNIFF_BYTES = 65_536;

/** Opens a file by what stands in it; its name is only for messages. */
export async function openTable(path: string, fileName: string, sheet?: string): Promise<Table> {
  const refuse = (kind: ErrorKind, detail: string, remedy: string) =>
    new ShelfcastError(kind, { detail, remedy, where: { file: fileName } });
  const file = await open(path, 'r').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT')
      throw refuse(
        uploadErrors.file_not_found,
        `There is no file ${fileName}.`,
        'Check its name and folder.',
      );
    if (error.code === 'EISDIR') throw refuse(uploadErrors.directory, ...DIRECTORY(fileName));
    throw error;
  });
  let head: Buffer;
  let fileBytes: number;
  try {
    const facts = await file.stat();
    if (facts.isDirectory()) throw refuse(uploadErrors.directory, ...DIRECTORY(fileName));
    fileBytes = facts.size;
    const { buffer, bytesRead } = await file.read(Buffer.alloc(SNIFF_BYTES), 0, SNIFF_BYTES, 0);
    head = buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
  if (head.length === 0)
    throw refuse(
      uploadErrors.empty_file,
      'The file holds nothing.',
      'Export it again; a header and at least one row are needed.',
    );
  if (starts(head, 'PAR1')) return openParquet(path, fileName, fileBytes);
  if (starts(head, 'PK\x03\x04') || starts(head, 'PK\x05\x06'))
    return openZip(path, fileName, fileBytes, sheet);
  if (starts(head, '\x1f\x8b')) return openCsv(gzipFile(path, fileName), 'csv.gz', fileName, fileBytes);
  for (const [magic, what, remedy] of UNSUPPORTED)
    if (starts(head, magic)) throw refuse(uploadErrors.unsupported_format, `This is ${what}.`, remedy);
  if (isBinary(head))
    throw refuse(
      uploadErrors.binary_file,
      'The file holds binary data, not text.',
      'Upload the export as CSV (also packed by gzip or zip), Excel, JSON lines or Parquet.',
    );
  if (startsWithObject(head)) return openJsonLines(plainFile(path), fileName, fileBytes);
  return openCsv(plainFile(path), 'csv', fileName, fileBytes);
}

const DIRECTORY = (fileName: string): [string, string] => [
  `${fileName} is a folder.`,
  'Name one file in it; several files are imported one after the other.',
];

/** Formats that a stranger is likely to try, each with what to do instead. */
const UNSUPPORTED: readonly (readonly [magic: string, what: string, remedy: string])[] = [
  ['\xd0\xcf\x11\xe0', 'an old Excel workbook (.xls)', 'Save it as .xlsx or the sheet as CSV.'],
  ['%PDF', 'a PDF', 'Export the report as CSV.'],
  ['\x28\xb5\x2f\xfd', 'compressed by zstd', 'Compress it by gzip, or not at all.'],
  ['BZh', 'compressed by bzip2', 'Compress it by gzip, or not at all.'],
];

const starts = (bytes: Buffer, magic: string) =>
  bytes.subarray(0, magic.length).equals(Buffer.from(magic, 'latin1'));

/** A brace and a quotation mark: no header of a table begins so. */
const startsWithObject = (head: Buffer) => /^(\xef\xbb\xbf)?\s*\{\s*"/.test(head.toString('latin1', 0, 1024));

/** Text has no zero bytes, save UTF-16, which announces itself. */
function isBinary(head: Buffer): boolean {
  if (starts(head, '\xff\xfe') || starts(head, '\xfe\xff')) return false;
  return head.includes(0);
}
