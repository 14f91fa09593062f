import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { DuckDBInstance } from '@duckdb/node-api';
import { january, januarySales, openDesk } from '../testing/shelfcast.ts';

const desk = openDesk();
after(desk.clear);
const good = januarySales();

/** Runs a file that can't be used; it must be refused with what, where and what to do, and leave nothing. */
async function refused(name: string, kind: string, says: RegExp, where = name): Promise<void> {
  const before = desk.files();
  const { code, stdout, stderr } = await desk.run('forecast', name, ...january, '--output', 'out.csv');
  assert.equal(code, 3, stderr);
  assert.equal(stdout, '');
  assert.match(stderr, says);
  assert.match(stderr, new RegExp(`forecast\\.${kind}; `));
  assert.ok(stderr.includes(`Where: ${where}`), stderr);
  assert.match(stderr, /What to do: \S/);
  assert.doesNotMatch(
    stderr,
    /\n\s+at |node:|duckdb|read_csv|Error:/i,
    'no stack trace, nothing of the engine',
  );
  assert.deepEqual(desk.files(), before, 'nothing is written');
}

async function accepted(name: string, ...more: string[]): Promise<string> {
  const { code, stderr } = await desk.run('forecast', name, ...january, ...more, '--output', 'ok.csv');
  assert.equal(code, 0, stderr);
  return desk.read('ok.csv');
}

test('a file that is missing, a folder, and an empty file are refused', async () => {
  await refused('missing.csv', 'file_not_found', /doesn’t exist/);
  mkdirSync(join(desk.folder, 'folder.csv'));
  await refused('folder.csv', 'file_unreadable', /is a folder/);
  await refused(desk.write('empty.csv', ''), 'empty_file', /has no bytes/);
  await refused(desk.write('empty.csv.gz', gzipSync('')), 'empty_file', /no text/);
});

test('a header without rows, and rows without a value, are refused', async () => {
  await refused(
    desk.write('header.csv', 'item,date,units\n'),
    'no_sales',
    /no row with a value/,
    'header.csv, column "units"',
  );
  await refused(
    desk.write('novalue.csv', 'item,date,units\na,2024-01-01,\n'),
    'no_sales',
    /no row/,
    'novalue.csv, column "units"',
  );
});

test('binary content, and an Excel workbook under the name of a CSV file, are refused by their content', async () => {
  const bytes = Uint8Array.from({ length: 5000 }, (_, i) => (i * 7919) % 256);
  await refused(desk.write('binary.csv', bytes), 'not_a_table', /no text file has/);
  await refused(desk.write('book.csv', 'PK\u0003\u0004rest'), 'not_a_table', /Excel workbook/);
});

test('a row or a header of a million columns is refused by its line', async () => {
  const million = Array(1_000_000).fill('1').join(',');
  const name = desk.write('wide.csv', `${good}${million}\n`);
  await refused(
    name,
    'malformed_row',
    /Line 30 has 1,000,000 fields/,
    'wide.csv, line 30 (row 29 of the data)',
  );
  await refused(
    desk.write('head.csv', `${million}\n`),
    'not_a_table',
    /longer than a megabyte/,
    'head.csv, line 1',
  );
});

test('a row with too few fields, or with a quote that never closes, is refused by its line', async () => {
  const short = desk.write('short.csv', `${good}a,2024-01-29\n`);
  await refused(short, 'malformed_row', /Line 30 has 2 fields; the header has 3/, 'short.csv, line 30');
  const open = desk.write('open.csv', `${good}"a,2024-01-29,4\nb,2024-01-29,4\n`);
  await refused(open, 'malformed_row', /opened in line 30 and never closed/, 'open.csv, line 30');
});

test('a truncated gzip and a truncated Parquet file are refused whole', async () => {
  const zipped = gzipSync(good.repeat(50));
  await refused(
    desk.write('cut.csv.gz', zipped.subarray(0, zipped.length / 2)),
    'damaged_file',
    /middle of its gzip/,
  );
  await refused(desk.write('cut.parquet', `PAR1${'x'.repeat(500)}`), 'damaged_file', /cut off or damaged/);
});

test('CR LF, a byte order mark, gzip, semicolons, quotes around all, mixed line ends: the same forecasts', async () => {
  const plain = await accepted(desk.write('plain.csv', good));
  const lines = good.trimEnd().split('\n');
  const variants: Record<string, string | Uint8Array> = {
    'crlf.csv': good.replaceAll('\n', '\r\n'),
    'bom.csv': `\uFEFF${good}`,
    'zipped.csv.gz': gzipSync(good),
    'semicolon.csv': good.replaceAll(',', ';'),
    'quoted.csv': lines
      .map((line) =>
        line
          .split(',')
          .map((field) => `"${field}"`)
          .join(','),
      )
      .join('\n'),
    'mixed.csv': `${lines[0]}\r\n${lines.slice(1).join('\n')}`,
    'utf16.csv': Buffer.from(`\uFEFF${good}`, 'utf16le'),
    'blank.csv': `${lines[0]}\n\n${lines.slice(1).join('\n')}\n\n,,\n`,
    'shuffled.csv': [lines[0], ...lines.slice(1).reverse()].join('\n'),
    'we[ir]d *.csv': good,
  };
  for (const [name, content] of Object.entries(variants))
    assert.equal(await accepted(desk.write(name, content)), plain, name);
});

test('a Parquet file gives the forecasts of the same rows in CSV, and its ids keep their type', async () => {
  desk.write('sevens.csv', januarySales('7'));
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const source = join(desk.folder, 'sevens.csv');
  const parquet = join(desk.folder, 'sevens.parquet');
  await connection.run(
    `COPY (SELECT item::INTEGER AS item, date::DATE AS date, units::FLOAT AS units FROM '${source}') TO '${parquet}'`,
  );
  assert.equal(await accepted('sevens.parquet'), await accepted('sevens.csv'));
  const ran = await desk.run('forecast', 'sevens.parquet', ...january, '--output', 'out.parquet');
  assert.equal(ran.code, 0, ran.stderr);
  const out = join(desk.folder, 'out.parquet');
  const types = await connection.runAndReadAll(`SELECT column_type FROM (DESCRIBE SELECT * FROM '${out}')`);
  assert.deepEqual(types.getRows().flat(), ['INTEGER', 'DATE', 'VARCHAR', ...Array(4).fill('DOUBLE')]);
  connection.closeSync();
  instance.closeSync();
});

test('a file in Windows-1252 keeps its letters, and says that it was read so', async () => {
  const name = desk.write('latin.csv', Buffer.from(januarySales('café'), 'latin1'));
  const ran = await desk.run('forecast', name, ...january, '--output', '-');
  assert.match(ran.stderr, /read as Windows-1252/);
  assert.match(ran.stdout, /^café,2024-01-29,/m);
});
