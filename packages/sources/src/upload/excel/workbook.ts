import type { Archive } from '../zip/archive.ts';
import { brokenWorkbook, readXml } from './xml.ts';

/** A worksheet: its name on the tab, and the part that holds it. */
export interface Sheet {
  readonly name: string;
  readonly part: string;
}

export interface Workbook {
  /** Visible sheets, in the order of their tabs. */
  readonly sheets: readonly Sheet[];
  /** Whether days are counted from 1904, as Excel for Macintosh once did. */
  readonly since1904: boolean;
}

/** Reads which sheets a workbook has (ECMA-376, 18.2). */
export async function readWorkbook(archive: Archive, fileName: string): Promise<Workbook> {
  const targets = new Map<string, string>();
  await readXml(await archive.read('xl/_rels/workbook.xml.rels'), fileName, {
    open(name, { Id, Target, Type }) {
      if (name === 'Relationship' && Type?.endsWith('/worksheet')) targets.set(Id, Target);
    },
  });
  const sheets: Sheet[] = [];
  let since1904 = false;
  await readXml(await archive.read('xl/workbook.xml'), fileName, {
    open(name, attributes) {
      if (name === 'workbookPr') since1904 = /^(1|true)$/.test(attributes.date1904 ?? '');
      if (name !== 'sheet' || /hidden/i.test(attributes.state ?? '')) return;
      const target = targets.get(attributes['r:id'] ?? '');
      if (target !== undefined) sheets.push({ name: attributes.name ?? '', part: partOf(target) });
    },
  });
  if (sheets.length === 0) throw brokenWorkbook(fileName, 'it has no visible sheet');
  return { sheets, since1904 };
}

/** Targets are relative to xl/, or begin at the archive's root. */
const partOf = (target: string) => (target.startsWith('/') ? target.slice(1) : `xl/${target}`);
