import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { type CsvRecord, lineOfRow, walkCsvRecords } from './csv-records.ts';

const folder = mkdtempSync(join(tmpdir(), 'shelfcast-test-'));
after(() => rmSync(folder, { recursive: true }));

async function records(text: string, delimiter = ','): Promise<CsvRecord[]> {
  const path = join(folder, 'file.csv');
  writeFileSync(path, text);
  const found: CsvRecord[] = [];
  await walkCsvRecords(path, delimiter, (record) => {
    found.push(record);
    return false;
  });
  return found;
}

test('a quoted line break is no new record, and the next record knows its true line', async () => {
  const found = await records('a,b\r\n"x\r\ny, z",1\r\nlast,2\r\n');
  assert.deepEqual(
    found.map(({ line, fields }) => [line, fields]),
    [
      [1, 2],
      [2, 2],
      [4, 2],
    ],
  );
});

test('a doubled quote stays in its field', async () => {
  assert.equal((await records('a,b\n"say ""hi"", friend",1\n'))[1].fields, 2);
});

test('a quote that is never closed is told', async () => {
  const found = await records('a,b\n"open,1\nx,2\n');
  assert.deepEqual(found.at(-1), { record: 2, line: 2, fields: 1, unterminated: true, strayQuote: false });
});

test('text after a closing quote is told', async () => {
  assert.deepEqual(
    (await records('a,b\n"x"y,1\n"z" ,2\n')).map(({ strayQuote }) => strayQuote),
    [false, true, false],
  );
});

test('a file without a last line break, and one whose last field is quoted, end well', async () => {
  assert.equal((await records('a,b\nx,2')).length, 2);
  assert.equal((await records('a,b\nx,"2"')).at(-1)?.unterminated, false);
});

test('empty lines count as lines and not as rows', async () => {
  await records('a,b\n\nx,1\n\n\ny,2\n');
  assert.equal(await lineOfRow(join(folder, 'file.csv'), ',', 2), 6);
});
