import type { Archive } from '../zip/archive.ts';
import { readXml } from './xml.ts';

/** How a number of a style is written: as a day, as a code padded with zeros, or as it is. */
export type NumberStyle = 'day' | { readonly digits: number } | undefined;

/** Formats that every spreadsheet program knows by number and that write days (ECMA-376, 18.8.30). */
const BUILT_IN_DAYS = new Set([
  14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 34, 35, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58,
]);

/** What each cell style makes of a number, in the order that cells refer to them by. */
export async function readStyles(archive: Archive, fileName: string): Promise<readonly NumberStyle[]> {
  const formats = new Map<number, string>();
  const styles: NumberStyle[] = [];
  let inCellFormats = false;
  await readXml(await archive.read('xl/styles.xml'), fileName, {
    open(name, attributes) {
      if (name === 'numFmt') formats.set(Number(attributes.numFmtId), attributes.formatCode ?? '');
      if (name === 'cellXfs') inCellFormats = true;
      if (name === 'xf' && inCellFormats) styles.push(styleOf(Number(attributes.numFmtId ?? 0), formats));
    },
    close(name) {
      if (name === 'cellXfs') inCellFormats = false;
    },
  });
  return styles;
}

function styleOf(id: number, formats: ReadonlyMap<number, string>): NumberStyle {
  const format = formats.get(id);
  if (format === undefined) return BUILT_IN_DAYS.has(id) ? 'day' : undefined;
  if (/^0{2,}$/.test(format)) return { digits: format.length };
  // Literal text, colours and escaped signs aside, only dates are written with d or y.
  const bare = format.replaceAll(/"[^"]*"|\[[^\]]*\]|\\./g, '');
  return /[dy]/i.test(bare) ? 'day' : undefined;
}
