import { closeSync, openSync, readSync, type Stats, statSync, symlinkSync } from 'node:fs';
import { resolve } from 'node:path';
import { forecastErrors, ShelfcastError } from '@shelfcast/domain';
import type { Scratch } from './scratch.ts';
import { spoolAsUtf8 } from './spool.ts';

export interface SourceFile {
  readonly format: 'csv' | 'parquet';
  /** What messages call it: as the user wrote it. */
  readonly name: string;
  /** Where DuckDB finds it: below the scratch folder, unpacked, UTF-8, and without glob characters. */
  readonly path: string;
  /** Bytes as they lie on the disk. */
  readonly fileBytes: number;
  /** Said to the user: what had to be assumed to read it. */
  readonly notes: readonly string[];
}

/** Finds out by its first bytes what `name` really is, whatever its extension says. */
export async function openSource(name: string, scratch: Scratch): Promise<SourceFile> {
  const fileBytes = statOrExplain(name).size;
  if (fileBytes === 0)
    throw new ShelfcastError(forecastErrors.empty_file, {
      detail: `${name} has no bytes.`,
      remedy: 'Export it again, and check that the export finished.',
      where: { file: name },
    });
  const head = readHead(name);
  const path = scratch.newPath();
  if (head.subarray(0, 4).toString('latin1') === 'PAR1') {
    symlinkSync(resolve(name), path);
    return { format: 'parquet', name, path, fileBytes, notes: [] };
  }
  refuseForeignFormats(name, head);
  const notes = await spoolAsUtf8(name, head, path);
  return { format: 'csv', name, path, fileBytes, notes };
}

function statOrExplain(name: string): Stats {
  let stats: Stats;
  try {
    stats = statSync(name);
  } catch (cause) {
    const missing = (cause as NodeJS.ErrnoException).code === 'ENOENT';
    throw new ShelfcastError(
      missing ? forecastErrors.file_not_found : forecastErrors.file_unreadable,
      {
        detail: missing ? `${name} doesn’t exist.` : `${name} can’t be opened (${codeOf(cause)}).`,
        remedy: missing
          ? `Check the path; the current folder is ${process.cwd()}.`
          : 'Check the path and its permissions.',
        where: { file: name },
      },
      { cause },
    );
  }
  if (!stats.isFile())
    throw new ShelfcastError(forecastErrors.file_unreadable, {
      detail: `${name} is ${stats.isDirectory() ? 'a folder' : 'no regular file'}.`,
      remedy: 'Name one CSV (also .gz) or Parquet file.',
      where: { file: name },
    });
  return stats;
}

function readHead(name: string): Buffer {
  const head = Buffer.alloc(4096);
  try {
    const file = openSync(name, 'r');
    try {
      return head.subarray(0, readSync(file, head, 0, head.length, 0));
    } finally {
      closeSync(file);
    }
  } catch (cause) {
    throw new ShelfcastError(
      forecastErrors.file_unreadable,
      {
        detail: `${name} can’t be opened (${codeOf(cause)}).`,
        remedy: 'Check that you may read it: `ls -l` shows its permissions.',
        where: { file: name },
      },
      { cause },
    );
  }
}

/** Magic bytes of what users hand in by mistake, and what they should do instead. */
const FOREIGN: readonly { magic: string; what: string; remedy: string }[] = [
  {
    magic: 'PK\x03\x04',
    what: 'an Excel workbook or a zip archive',
    remedy: 'Save the sheet as CSV UTF-8, or unpack the archive.',
  },
  { magic: '\xd0\xcf\x11\xe0', what: 'an old Excel workbook', remedy: 'Save the sheet as CSV UTF-8.' },
  { magic: '%PDF', what: 'a PDF', remedy: 'Export the same report as CSV.' },
  { magic: 'SQLite format 3', what: 'an SQLite database', remedy: 'Export the table as CSV or Parquet.' },
  { magic: 'ARROW1', what: 'an Arrow (Feather) file', remedy: 'Save it as Parquet.' },
  { magic: '\x28\xb5\x2f\xfd', what: 'compressed with zstd', remedy: 'Unpack it, or compress it with gzip.' },
  { magic: 'BZh', what: 'compressed with bzip2', remedy: 'Unpack it, or compress it with gzip.' },
  { magic: '\xfd7zXZ', what: 'compressed with xz', remedy: 'Unpack it, or compress it with gzip.' },
];

function refuseForeignFormats(name: string, head: Buffer): void {
  const foreign = FOREIGN.find(({ magic }) => head.subarray(0, magic.length).toString('latin1') === magic);
  if (foreign !== undefined)
    throw new ShelfcastError(forecastErrors.not_a_table, {
      detail: `${name} is ${foreign.what}.`,
      remedy: foreign.remedy,
      where: { file: name },
    });
}

function codeOf(cause: unknown): string {
  return (cause as NodeJS.ErrnoException).code ?? String(cause);
}
