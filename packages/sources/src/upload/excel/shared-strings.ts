import type { Archive } from '../zip/archive.ts';
import { brokenWorkbook, readXml } from './xml.ts';

/** Characters of all texts of a workbook together: a million rows of codes and names need a tenth of it. */
const MAX_CHARACTERS = 200_000_000;

/** The texts that cells refer to by number (ECMA-376, 18.4). Phonetic readings beside a text are left out. */
export async function readSharedStrings(archive: Archive, fileName: string): Promise<readonly string[]> {
  const strings: string[] = [];
  let text = '';
  let characters = 0;
  let reading = false;
  let phonetic = false;
  await readXml(await archive.read('xl/sharedStrings.xml'), fileName, {
    open(name) {
      if (name === 'si') text = '';
      else if (name === 'rPh') phonetic = true;
      reading = name === 't' && !phonetic;
    },
    text(piece) {
      if (reading) text += piece;
    },
    close(name) {
      reading = false;
      if (name === 'rPh') phonetic = false;
      if (name !== 'si') return;
      characters += text.length;
      if (characters > MAX_CHARACTERS)
        throw brokenWorkbook(fileName, 'its texts are too long to be a table of sales');
      strings.push(text);
    },
  });
  return strings;
}
