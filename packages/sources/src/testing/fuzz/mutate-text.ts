import type { Random } from './random.ts';

/** Changes a text as tills, people, editors and attackers do. */
export type MutateText = (text: string, random: Random) => string;

const DATES = [
  '2026-02-31',
  '0000-00-00',
  '99/99/9999',
  '31/12/1899',
  '2026-13-01',
  '-1',
  '13/13/2026',
  '1e9',
];
const NUMBERS = [
  '1e308',
  '-0',
  'NaN',
  'Infinity',
  '1e999',
  '0x10',
  '٣',
  '1,2,3',
  '--1',
  '9'.repeat(400),
  '1.',
  '.',
  "1'000",
];
const CELLS = [
  '=1+1',
  '@x',
  '\0',
  '\u0007',
  '\ud800',
  '😀',
  '\u202e',
  '\u2028',
  '﻿',
  "'",
  '[object Object]',
  '__proto__',
];
const LONGEST_CELL = 1_200_000;

const lines = (text: string) => text.split('\n');
const somewhere = (text: string, random: Random) => random.below(text.length + 1);
const insert = (text: string, at: number, piece: string) => text.slice(0, at) + piece + text.slice(at);

/** Puts `piece` in place of one field of one row. */
function replaceField(text: string, random: Random, piece: string): string {
  const rows = lines(text);
  const row = random.below(rows.length);
  const fields = rows[row].split(/([,;\t|])/);
  fields[2 * random.below((fields.length + 1) >> 1)] = piece;
  rows[row] = fields.join('');
  return rows.join('\n');
}

export const textMutations: Readonly<Record<string, MutateText>> = {
  otherDate: (text, random) => replaceField(text, random, random.of(DATES)),
  otherNumber: (text, random) => replaceField(text, random, random.of(NUMBERS)),
  strangeCell: (text, random) => replaceField(text, random, random.of(CELLS)),
  hugeCell: (text, random) =>
    replaceField(text, random, random.of(['x', '1', 'a b', '"', '+1']).repeat(random.below(LONGEST_CELL))),
  strayQuote: (text, random) => insert(text, somewhere(text, random), '"'),
  quoteStorm: (text, random) => [...text].map((one) => (random.chance(0.02) ? `${one}"` : one)).join(''),
  otherDelimiter: (text, random) =>
    text.replaceAll(random.of([',', ';']), random.of([',', ';', '\t', '|', ' '])),
  mixedLineEnds: (text, random) =>
    text.replaceAll('\n', () => random.of(['\n', '\r\n', '\r', '\n\n', '\u2028'])),
  oldMacintosh: (text) => text.replaceAll('\n', '\r'),
  markInTheMiddle: (text, random) => insert(text, somewhere(text, random), '\ufeff'),
  headerTwice: (text, random) => {
    const rows = lines(text);
    return rows.toSpliced(random.below(rows.length), 0, rows[0]).join('\n');
  },
  columnTwice: (text, random) => {
    const [header, ...rows] = lines(text);
    const names = header.split(',');
    names[random.below(names.length)] = random.of(names);
    return [names.join(','), ...rows].join('\n');
  },
  columnNamed: (text, random) => {
    const [header, ...rows] = lines(text);
    const names = header.split(',');
    names[random.below(names.length)] = random.of([
      '__proto__',
      'constructor',
      'toString',
      '',
      '\0',
      '"',
      'x'.repeat(10_000),
      '\ud800',
      'date',
      'shelfcast_import',
      'shelfcast_row',
    ]);
    return [names.join(','), ...rows].join('\n');
  },
  manyColumns: (text, random) => {
    const more = ',x'.repeat(random.of([100, 4_990, 6_000]));
    return lines(text)
      .map((row) => row + more)
      .join('\n');
  },
  rowDeleted: (text, random) => {
    const rows = lines(text);
    return rows.toSpliced(random.below(rows.length), 1 + random.below(5)).join('\n');
  },
  rowAgain: (text, random) => {
    const rows = lines(text);
    return rows.toSpliced(random.below(rows.length), 0, random.of(rows)).join('\n');
  },
  blankRows: (text, random) => insert(text, somewhere(text, random), '\n'.repeat(random.below(100))),
  endlessRow: (text) => text + ',x'.repeat(700_000),
  totals: (text, random) => {
    const rows = lines(text);
    return rows
      .toSpliced(
        random.below(rows.length),
        0,
        random.of(['Total,,,1e400', 'Summe;;;x', 'Grand total 31/02/2026,,,', 'total']),
      )
      .join('\n');
  },
  preamble: (text, random) => `${'Report\n'.repeat(random.below(100))}${text}`,
  deepJson: (text, random) =>
    insert(text, 0, `{"a":${'{"b":'.repeat(random.below(20_000))}1${'}'.repeat(3)}\n`),
  strangeJson: (text, random) =>
    insert(
      text,
      0,
      `${random.of(['{"__proto__":{"x":1},"date":"2026-01-01"}', '{"date":"\\ud800","item":"\\u0000","units":1e999}', '{"a":[[[[1]]]],"a":2}', '{"":""}', '{"constructor":{"prototype":1}}'])}\n`,
    ),
  nothing: (text) => text,
};
