import assert from 'node:assert/strict';
import { tmpdir } from 'node:os';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { ShelfcastError } from '@shelfcast/domain';
import fc from 'fast-check';
import { readAll, readContent } from '../testing/read-all.ts';

/** The code of the error that refuses the file, which must say where and what to do. */
async function refusal(content: string | Uint8Array): Promise<string> {
  return readContent(content).then(
    () => 'read',
    (error: unknown) => {
      assert.ok(error instanceof ShelfcastError, String(error));
      assert.ok(error.details.remedy.length > 10);
      assert.equal(error.details.where?.file, 'sales.csv');
      return error.kind.code;
    },
  );
}

const GOOD = 'date,item,units\n2025-03-01,a,1\n';

test('a file that is nothing, a header only, binary or unfit is refused by its own name', async () => {
  assert.equal(await refusal(''), 'upload.empty_file');
  assert.equal(await refusal('\ufeff'), 'upload.empty_file');
  assert.equal(await refusal(gzipSync('')), 'upload.empty_file');
  assert.equal(await refusal('date,item,units\n'), 'upload.header_only');
  assert.equal(await refusal(Buffer.from([1, 2, 0, 3, 4, 0, 0])), 'upload.binary_file');
  assert.equal(await refusal(Buffer.from('PK\x03\x04rest of a workbook', 'latin1')), 'upload.broken_zip');
  assert.equal(await refusal('just some prose without a table\nand more of it\n'), 'upload.unknown_layout');
  assert.equal(await refusal('1,2,3\n4,5,6\n'), 'upload.unknown_layout');
});

test('a folder and a file that is not there are refused', async () => {
  await assert.rejects(readAll(tmpdir()), { message: /folder/ });
  await assert.rejects(readAll(`${tmpdir()}/no-such-file-of-ours`), { message: /no file/ });
});

test('a row of a million columns and a row that never ends are refused', async () => {
  assert.equal(await refusal(`date,item,units\n${'1,'.repeat(1_000_000)}\n`), 'upload.row_too_long');
  assert.equal(await refusal(`date,item,units\n${'1,'.repeat(100_000)}\n`), 'upload.too_many_columns');
  assert.equal(await refusal(`${'c,'.repeat(1_000_000)}\n1\n`), 'upload.row_too_long');
  assert.equal(await refusal(`${GOOD}2025-03-01,"${'x\n'.repeat(1_000_000)}`), 'upload.row_too_long');
});

test('a gzip file that is cut off or damaged is refused, whatever was read before', async () => {
  const whole = gzipSync(`date,item,units\n${'2025-03-01,a,1\n'.repeat(100_000)}`);
  assert.equal(await refusal(whole.subarray(0, whole.length - 20)), 'upload.broken_gzip');
  const damaged = Buffer.from(whole);
  damaged.fill(0xaa, 40, 60);
  assert.equal(await refusal(damaged), 'upload.broken_gzip');
});

test('rows that cannot be used are named by row, field and cause, and the others are read', async () => {
  const whole = await readContent(
    [
      'date,item,store,units',
      '2025-02-29,a,n,1',
      '9999-12-31,a,n,1',
      '2025-03-01,,n,1',
      '2025-03-01,a,n,NaN',
      '2025-03-01,a,n,Infinity',
      '2025-03-01,a,n,1e300',
      '2025-03-01,a,n,1,surplus',
      '2025-03-01,a',
      '',
      '2025-03-01,a,n,1',
      '0001-01-01,a,n,1',
    ].join('\n'),
  );
  assert.deepEqual(
    whole.rejected.map((row) => [row.row, row.field, row.cause]),
    [
      [1, 'date', 'upload.invalid_date'],
      [2, 'date', 'upload.implausible_date'],
      [3, 'item', 'upload.missing_value'],
      [4, 'units', 'upload.not_a_number'],
      [5, 'units', 'upload.not_a_number'],
      [6, 'units', 'upload.implausible_number'],
      [7, '', 'upload.wrong_column_count'],
      [8, '', 'upload.wrong_column_count'],
      [11, 'date', 'upload.implausible_date'],
    ],
  );
  assert.deepEqual(whole.skipped, [{ row: 9, cause: 'upload.blank_row' }]);
  assert.deepEqual(
    whole.lines.map((line) => line.row),
    [10],
  );
  assert.ok(whole.rejected.every((row) => row.remedy.length > 10));
});

test('ids with commas, quotes and emoji arrive as they are', async () => {
  const { lines } = await readContent('\ufeffdate,item,units\r\n2025-03-01,"a, ""b"" 😀",1\r\n');
  assert.equal(lines[0].product, 'a, "b" 😀');
});

test('an id with a control character, or as long as a page, is refused', async () => {
  const { rejected } = await readContent(
    `date,item,units\n2025-03-01,a\u0001b,1\n2025-03-01,${'x'.repeat(300)},1\n`,
  );
  assert.deepEqual(
    rejected.map((row) => row.cause),
    ['upload.control_character', 'upload.value_too_long'],
  );
  assert.ok(rejected.every((row) => row.value.length <= 60));
});

test('one observation, all zeros and duplicate rows are read as they are', async () => {
  assert.equal((await readContent(GOOD)).lines.length, 1);
  const zeros = await readContent('date,item,units\n2025-03-01,a,0\n2025-03-02,a,0\n');
  assert.deepEqual(
    zeros.lines.map((line) => line.units),
    [0, 0],
  );
  assert.equal((await readContent(`${GOOD}2025-03-01,a,1\n`)).lines.length, 2);
});

test('reading goes on behind any row, with the same rows as in one go', async () => {
  const text = `date,item,units\n${Array.from({ length: 50 }, (_, i) => `2025-03-01,p${i},${i % 7 === 0 ? 'x' : i}\n`).join('')}`;
  const whole = await readContent(text);
  for (const after of [1, 17, 49, 50]) {
    const rest = await readContent(text, { after, batchRows: 8 });
    assert.deepEqual(
      rest.lines,
      whole.lines.filter((line) => line.row > after),
    );
    assert.deepEqual(
      rest.rejected,
      whole.rejected.filter((row) => row.row > after),
    );
  }
});

test('a row that was refused gives nothing to later ones, wherever reading goes on', async () => {
  const header =
    'Name,Email,Accepts Marketing,Created at,Currency,Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku';
  const text = `${header}\n#1,,no,2026-03-01,GBP,1,Mug,4.00,M,surplus\n#1,,,,,1,Cup,5.00,C\n#1,,,2026-03-02,EUR,1,Cup,5.00,C\n`;
  const whole = await readContent(text);
  for (const after of [1, 2]) {
    const rest = await readContent(text, { after });
    assert.deepEqual(
      [rest.lines, rest.rejected],
      [whole.lines.filter(({ row }) => row > after), whole.rejected.filter(({ row }) => row > after)],
    );
  }
});

test('whatever the bytes, a file is refused by name or every row is accounted for', async () => {
  const piece = fc.constantFrom(
    'date',
    'item',
    'units',
    ',',
    ';',
    '\n',
    '\r\n',
    '"',
    '2025-03-01',
    '1',
    '-2',
    'x',
    'é',
    '\t',
    '',
  );
  const content = fc.oneof(
    fc.array(piece, { maxLength: 60 }).map((pieces) => Buffer.from(`date,item,units\n${pieces.join('')}`)),
    fc.array(piece, { maxLength: 40 }).map((pieces) => Buffer.from(pieces.join(''))),
    fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.concat([Buffer.from(GOOD), bytes])),
    fc.uint8Array({ maxLength: 100 }).map((bytes) => Buffer.from(bytes)),
  );
  await fc.assert(
    fc.asyncProperty(content, async (bytes) => {
      try {
        const whole = await readContent(bytes, { batchRows: 3 });
        const rows = [...whole.lines, ...whole.planned, ...whole.skipped, ...whole.rejected].map(
          ({ row }) => row,
        );
        assert.deepEqual(
          rows.sort((a, b) => a - b),
          Array.from({ length: whole.rowsRead }, (_, i) => i + 1),
        );
      } catch (error) {
        if (!(error instanceof ShelfcastError)) throw error;
      }
    }),
    { numRuns: 300 },
  );
});

test('a name of a column as long as a book costs no more than the reading of it', async () => {
  const began = process.cpuUsage();
  const { layout } = await readContent(`date,item,units,${'x'.repeat(900_000)}\n2025-03-01,a,1,1\n`);
  const { user } = process.cpuUsage(began);
  assert.equal(layout, 'long-table');
  // A thousand comparisons of it took half a minute; once is a few milliseconds.
  assert.ok(user < 5_000_000, `${user} µs of processor time`);
});
