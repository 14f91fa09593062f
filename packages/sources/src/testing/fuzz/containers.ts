import { deflateRawSync, gzipSync } from 'node:zlib';
import { workbookOf } from '../workbook.ts';
import { zipOf } from '../zip.ts';
import type { Random } from './random.ts';

/** Writes a text in one of the ways that it can reach us. */
export type Contain = (text: string, random: Random) => Buffer;

const cellsOf = (text: string) =>
  text
    .split('\n')
    .slice(0, 200)
    .map((row) => row.split(/[,;\t]/).map((cell) => cell.slice(0, 40_000)));

const BILLION_LAUGHS = `<?xml version="1.0"?><!DOCTYPE sst [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]><sst><si><t>&c;</t></si></sst>`;
const STRANGER_ENTITY = `<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><sst><si><t>&e;</t></si></sst>`;
const SHEET = 'xl/worksheets/sheet1.xml';
const sheet = (rows: string) => ({ [SHEET]: `<worksheet><sheetData>${rows}</sheetData></worksheet>` });

/** Parts of a workbook that no spreadsheet program writes. */
const hostileParts: readonly Readonly<Record<string, string>>[] = [
  { 'xl/sharedStrings.xml': BILLION_LAUGHS },
  { 'xl/sharedStrings.xml': STRANGER_ENTITY },
  { 'xl/sharedStrings.xml': `<sst>${'<si><t>'.repeat(3_000)}` },
  { 'xl/workbook.xml': '' },
  { 'xl/_rels/workbook.xml.rels': '<Relationships/>' },
  {
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="r0" Type="x/worksheet" Target="../../../etc/passwd"/></Relationships>',
  },
  { 'xl/styles.xml': '<styleSheet><cellXfs><xf numFmtId="99999999"/></cellXfs></styleSheet>' },
  sheet('<row r="1048576"><c r="A1048576"><v>1</v></c></row>'),
  sheet('<row r="1"><c r="XFD1"><v>1</v></c></row>'),
  sheet('<row r="2"/><row r="1"/>'),
  sheet('<row r="1e9"><c r="A1" t="s"><v>99</v></c></row>'),
  sheet('<row><c t="s"><v>-1</v></c><c t="d"><v>x</v></c><c t="inlineStr"><is><t>&#0;</t></is></c></row>'),
  sheet(`<row>${'<c><v>1</v></c>'.repeat(6_000)}</row>`),
  sheet(`${'<a>'.repeat(50_000)}`),
  sheet('<row r="1"><c r="A1" s="0"><v>1e308</v></c></row><row r="2"><c r="A2"><v>-1</v></c></row>'),
];

const HOSTILE_NAMES = [
  '../../../../etc/passwd',
  '/abs/sales.csv',
  'C:\\windows\\sales.csv',
  '\0.csv',
  'a/'.repeat(3_000),
  'sales.csv\u202egpj',
  '.',
  '__MACOSX/x',
];

export const containers: Readonly<Record<string, Contain>> = {
  plain: (text) => Buffer.from(text),
  withMark: (text) => Buffer.from(`\ufeff${text}`),
  utf16: (text) => Buffer.from(`\ufeff${text}`, 'utf16le'),
  utf16be: (text) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16(),
  latin1: (text) => Buffer.from(text, 'latin1'),
  gzip: (text) => gzipSync(text),
  gzipTwice: (text) => Buffer.concat([gzipSync(text), gzipSync(text)]),
  gzipInGzip: (text) => gzipSync(gzipSync(text)),
  zip: (text, random) => zipOf({ [random.chance(0.5) ? 'sales.csv' : random.of(HOSTILE_NAMES)]: text }),
  zipOfMany: (text, random) =>
    zipOf(
      Object.fromEntries(
        Array.from({ length: 1 + random.below(50) }, (_, i) => [
          `${i}${random.of(HOSTILE_NAMES)}`,
          text.slice(0, 100),
        ]),
      ),
    ),
  zipInZip: (text) => zipOf({ 'a.zip': zipOf({ 'b.csv': text }) }),
  bomb: () => gzipSync(Buffer.alloc(4_000_000, 'a,b\n')),
  rawDeflate: (text) => deflateRawSync(text),
  workbook: (text) => workbookOf({ sheets: { Sales: cellsOf(text) } }),
  hostileWorkbook: (text, random) =>
    workbookOf({ sheets: { Sales: cellsOf(text) }, parts: random.of(hostileParts) }),
  jsonLines: (text) => {
    const [header, ...rows] = cellsOf(text);
    return Buffer.from(
      rows
        .map((row) => JSON.stringify(Object.fromEntries(header.map((name, i) => [name, row[i]]))))
        .join('\n'),
    );
  },
};
