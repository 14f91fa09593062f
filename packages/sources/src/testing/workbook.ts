import { zipOf } from './zip.ts';

/** A cell: a text, a number with a style's index, or a cell's XML as it is. */
export type Cell =
  | string
  | number
  | { readonly number: number; readonly style: number }
  | { readonly xml: string };

export interface WorkbookParts {
  readonly sheets: Readonly<Record<string, readonly (readonly Cell[])[]>>;
  /** Number formats of the styles, in order: `yyyy-mm-dd`, `00000`. */
  readonly formats?: readonly string[];
  readonly since1904?: boolean;
  readonly hidden?: readonly string[];
  /** Parts that stand in place of, or beside, those made from the above. */
  readonly parts?: Readonly<Record<string, string>>;
}

/** An Excel workbook with shared texts, as a spreadsheet program writes it (ECMA-376). */
export function workbookOf({
  sheets,
  formats = [],
  since1904,
  hidden = [],
  parts = {},
}: WorkbookParts): Buffer {
  const texts: string[] = [];
  const files: Record<string, string> = {};
  const names = Object.keys(sheets);
  names.forEach((name, i) => {
    const rows = sheets[name].map((row, r) => {
      const cells = row.map((cell, c) => cellXml(cell, `${String.fromCharCode(65 + c)}${r + 1}`, texts));
      return `<row r="${r + 1}">${cells.join('')}</row>`;
    });
    files[`xl/worksheets/sheet${i + 1}.xml`] =
      `<worksheet><sheetData>${rows.join('')}</sheetData></worksheet>`;
  });
  const tabs = names.map(
    (name, i) =>
      `<sheet name="${xmlText(name)}" r:id="r${i}"${hidden.includes(name) ? ' state="hidden"' : ''}/>`,
  );
  const links = names.map(
    (_, i) =>
      `<Relationship Id="r${i}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`,
  );
  const styles = formats.map((_, i) => `<xf numFmtId="${200 + i}"/>`);
  return zipOf({
    'xl/workbook.xml': `<workbook xmlns:r="r"><workbookPr${since1904 ? ' date1904="1"' : ''}/><sheets>${tabs.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${links.join('')}</Relationships>`,
    'xl/sharedStrings.xml': `<sst>${texts.map((text) => `<si><t>${xmlText(text)}</t></si>`).join('')}</sst>`,
    'xl/styles.xml': `<styleSheet><numFmts>${formats
      .map((code, i) => `<numFmt numFmtId="${200 + i}" formatCode="${xmlText(code)}"/>`)
      .join('')}</numFmts><cellXfs>${styles.join('')}</cellXfs></styleSheet>`,
    ...files,
    ...parts,
  });
}

function cellXml(cell: Cell, at: string, texts: string[]): string {
  if (cell === '') return '';
  if (typeof cell === 'number') return `<c r="${at}"><v>${cell}</v></c>`;
  if (typeof cell === 'string') return `<c r="${at}" t="s"><v>${texts.push(cell) - 1}</v></c>`;
  if ('xml' in cell) return cell.xml.replace('<c', `<c r="${at}"`);
  return `<c r="${at}" s="${cell.style}"><v>${cell.number}</v></c>`;
}

const xmlText = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
