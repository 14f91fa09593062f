import { ShelfcastError, uploadErrors } from '@shelfcast/domain';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import { refusingBombs } from '../bytes/bounded.ts';

/** More files than any export has; an archive of millions of empty ones would only take memory. */
const MAX_ENTRIES = 10_000;

/** A file in an archive. Its name is for messages only: nothing is ever unpacked onto the disk under it. */
export interface ArchiveEntry {
  readonly name: string;
  readonly packedBytes: number;
  readonly unpackedBytes: number;
}

/** A zip archive, open. */
export interface Archive {
  readonly entries: readonly ArchiveEntry[];
  /** The unpacked bytes of the entry of that name; undefined where there is none. */
  read(name: string): Promise<AsyncIterable<Buffer> | undefined>;
  close(): void;
}

/** Opens a zip archive and reads its list of files. Throws `upload.broken_zip` where there is no sound one. */
export async function openArchive(path: string, fileName: string): Promise<Archive> {
  const zip = await yauzl
    .openPromise(path, { autoClose: false })
    .catch((cause: unknown) => Promise.reject(brokenZip(fileName, cause)));
  try {
    const entries = await listEntries(zip, fileName);
    return {
      entries: entries.map((entry) => ({
        name: entry.fileName,
        packedBytes: entry.compressedSize,
        unpackedBytes: entry.uncompressedSize,
      })),
      async read(name) {
        const entry = entries.find((other) => other.fileName === name);
        return entry && readEntry(zip, entry, fileName);
      },
      close: () => zip.close(),
    };
  } catch (error) {
    zip.close();
    throw error;
  }
}

async function listEntries(zip: ZipFile, fileName: string): Promise<Entry[]> {
  const entries: Entry[] = [];
  try {
    for await (const entry of zip.eachEntry()) {
      if (entries.length === MAX_ENTRIES) throw new Error(`more than ${MAX_ENTRIES} files`);
      if (!entry.fileName.endsWith('/')) entries.push(entry);
    }
  } catch (cause) {
    throw brokenZip(fileName, cause);
  }
  return entries;
}

async function readEntry(zip: ZipFile, entry: Entry, fileName: string): Promise<AsyncIterable<Buffer>> {
  if (entry.isEncrypted())
    throw new ShelfcastError(uploadErrors.broken_zip, {
      detail: `${entry.fileName} is protected by a password.`,
      remedy: 'Save it without a password.',
      where: { file: fileName },
    });
  const stream = await zip
    .openReadStreamPromise(entry)
    .catch((cause: unknown) => Promise.reject(brokenZip(fileName, cause)));
  return refusingBombs(namingErrors(stream, fileName), () => entry.compressedSize, fileName);
}

async function* namingErrors(stream: AsyncIterable<Buffer>, fileName: string): AsyncGenerator<Buffer> {
  try {
    yield* stream;
  } catch (cause) {
    throw brokenZip(fileName, cause);
  }
}

function brokenZip(fileName: string, cause: unknown): ShelfcastError {
  return new ShelfcastError(
    uploadErrors.broken_zip,
    {
      detail: `The archive cannot be unpacked: ${cause instanceof Error ? cause.message : String(cause)}.`,
      remedy: 'Save or download it again; a download or copy was probably cut off.',
      where: { file: fileName },
    },
    { cause },
  );
}
