import { ShelfcastError, uploadErrors } from '@shelfcast/domain';
import type { ByteReader, ByteSource } from '../bytes/byte-source.ts';
import { openCsv } from '../csv/open-csv.ts';
import { openExcel } from '../excel/open-excel.ts';
import type { Table } from '../table.ts';
import { type Archive, openArchive } from './archive.ts';

/** What archivers add of their own. */
const NO_TABLE = /(^|\/)(__MACOSX\/|\.|thumbs\.db$|desktop\.ini$)/i;

/** Opens a zip archive: an Excel workbook, or one packed text file. */
export async function openZip(
  path: string,
  fileName: string,
  fileBytes: number,
  sheet: string | undefined,
): Promise<Table> {
  const archive = await openArchive(path, fileName);
  try {
    if (archive.entries.some(({ name }) => name === 'xl/workbook.xml'))
      return await openExcel(path, fileName, fileBytes, sheet);
    const name = onlyFile(archive, fileName);
    return await openCsv(entrySource(path, name, fileName), 'csv.zip', fileName, fileBytes);
  } finally {
    archive.close();
  }
}

function onlyFile(archive: Archive, fileName: string): string {
  const names = archive.entries.map(({ name }) => name).filter((name) => !NO_TABLE.test(name));
  if (names.length === 1) return names[0];
  const listed = names
    .slice(0, 5)
    .map((name) => `“${name.slice(0, 60)}”`)
    .join(', ');
  throw new ShelfcastError(uploadErrors.several_files, {
    detail:
      names.length === 0
        ? 'The archive holds no file.'
        : `The archive holds ${names.length} files: ${listed}${names.length > 5 ? ' and others' : ''}.`,
    remedy:
      'Unpack it and upload the files of sales one after the other; what overlaps is not counted twice.',
    where: { file: fileName },
  });
}

/** The bytes of an archive's entry; each reading opens the archive anew, because readings may overlap. */
function entrySource(path: string, name: string, fileName: string): ByteSource {
  return (): ByteReader => {
    let packedRead = 0;
    async function* chunks(): AsyncGenerator<Buffer> {
      const archive = await openArchive(path, fileName);
      try {
        const entry = archive.entries.find((other) => other.name === name)!;
        let unpacked = 0;
        for await (const chunk of (await archive.read(name))!) {
          unpacked += chunk.length;
          packedRead = Math.round(entry.packedBytes * Math.min(1, unpacked / entry.unpackedBytes));
          yield chunk;
        }
      } finally {
        archive.close();
      }
    }
    return { chunks: chunks(), bytesRead: () => packedRead };
  };
}
