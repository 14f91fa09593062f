import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatDay, ShelfcastError } from '@shelfcast/domain';
import { readContent } from '../../testing/read-all.ts';
import { workbookOf } from '../../testing/workbook.ts';

const HEADER = ['Date', 'Product', 'Store', 'Units', 'Revenue'];
const DAY = 0;
const CODE = 1;
const MOMENT = 2;
const formats = ['yyyy\\-mm\\-dd', '00000', 'd/m/yyyy h:mm'];

async function refusal(content: Buffer, mapping = {}): Promise<ShelfcastError> {
  const error = await readContent(content, { mapping }).then(
    () => undefined,
    (cause: unknown) => cause,
  );
  assert.ok(error instanceof ShelfcastError, String(error));
  assert.ok(error.details.remedy.length > 10);
  return error;
}

test('a sheet with dates as serials, padded codes and money is read like a CSV', async () => {
  const { layout, lines, rejected } = await readContent(
    workbookOf({
      formats,
      sheets: {
        Sales: [
          HEADER,
          [{ number: 46023, style: DAY }, { number: 417, style: CODE }, 'north', 2, 10.1],
          [{ number: 46023.9993, style: MOMENT }, 'A & B', 'north', 0.30000000000000004, ''],
          ['', '', '', '', ''],
          [
            { number: 46024, style: DAY },
            'A & B',
            { xml: '<c t="inlineStr"><is><t>south</t></is></c>' },
            1,
            5,
          ],
        ],
      },
    }),
  );
  assert.equal(layout, 'long-table');
  assert.deepEqual(
    lines.map((line) => [
      line.row,
      formatDay(line.soldOn),
      line.product,
      line.location,
      line.units,
      line.revenue,
    ]),
    [
      [1, '2026-01-01', '00417', 'north', 2, '10.1'],
      [2, '2026-01-01', 'A & B', 'north', 0.30000000000000004, null],
      [4, '2026-01-02', 'A & B', 'south', 1, '5'],
    ],
  );
  assert.deepEqual(rejected, []);
});

test('days count from 1904 where the workbook says so, and 1900 has Excel’s day that never was', async () => {
  const soldOn = async (number: number, since1904: boolean) => {
    const sheet = [HEADER, [{ number, style: DAY }, 'a', 'n', 1, 1]];
    const { lines, rejected } = await readContent(workbookOf({ formats, since1904, sheets: { S: sheet } }));
    return lines.length > 0 ? formatDay(lines[0].soldOn) : rejected[0].value;
  };
  assert.equal(await soldOn(44561, true), '2026-01-01');
  assert.equal(await soldOn(46023, false), '2026-01-01');
  assert.equal(await soldOn(32874, false), '1990-01-01');
  assert.equal(await soldOn(1, false), '1900-01-01');
  assert.equal(await soldOn(61, false), '1900-03-01');
});

test('the first sheet with a table is read, hidden ones never, and another on request', async () => {
  const row = (product: string) => [{ number: 46023, style: DAY }, product, 'n', 1, 1];
  const content = workbookOf({
    formats,
    hidden: ['Secret'],
    sheets: {
      Secret: [HEADER, row('s')],
      Cover: [['Sales of 2026']],
      North: [['Sales report', ''], [], HEADER, row('a')],
      South: [HEADER, row('b')],
    },
  });
  assert.equal((await readContent(content)).lines[0].product, 'a');
  assert.equal((await readContent(content, { mapping: { sheet: 'South' } })).lines[0].product, 'b');
  const error = await refusal(content, { sheet: 'Secret' });
  assert.equal(error.kind.code, 'upload.no_such_sheet');
  assert.match(error.message, /“North”, “South”/);
});

test('rows and cells that a sheet leaves out are blank rows and empty fields', async () => {
  const content = workbookOf({
    sheets: { S: [['date', 'item', 'units']] },
    parts: {
      'xl/worksheets/sheet1.xml':
        '<x:worksheet xmlns:x="m"><x:sheetData><x:row r="2"><x:c r="A2" t="str"><x:v>date</x:v></x:c><x:c r="B2" t="str"><x:v>item</x:v></x:c><x:c r="D2" t="str"><x:v>units</x:v></x:c></x:row>' +
        '<x:row r="5"><x:c r="A5" t="d"><x:v>2026-01-05T00:00:00</x:v></x:c><x:c r="B5" t="str"><x:f>A1</x:f><x:v>q</x:v></x:c><x:c r="D5"><x:v>3</x:v></x:c></x:row></x:sheetData></x:worksheet>',
    },
  });
  const { lines, skipped } = await readContent(content);
  assert.deepEqual(
    lines.map((line) => [line.row, line.product, line.units]),
    [[3, 'q', 3]],
  );
  assert.deepEqual(
    skipped.map(({ row }) => row),
    [1, 2],
  );
});

test('an empty workbook, one that is damaged, and a folder of files in a zip are refused by name', async () => {
  assert.equal(
    (await refusal(workbookOf({ sheets: { A: [], B: [['x']] } }))).kind.code,
    'upload.empty_workbook',
  );
  const whole = workbookOf({ sheets: { S: [HEADER, ['2026-01-01', 'a', 'n', 1, 1]] } });
  assert.equal((await refusal(whole.subarray(0, whole.length - 30))).kind.code, 'upload.broken_zip');
  const broken = workbookOf({
    sheets: { S: [HEADER] },
    parts: { 'xl/worksheets/sheet1.xml': '<worksheet><row' },
  });
  assert.equal((await refusal(broken)).kind.code, 'upload.broken_workbook');
});

test('entities that would read files or grow a thousandfold are refused', async () => {
  const hostile = workbookOf({
    sheets: { S: [HEADER, ['2026-01-01', 'a', 'n', 1, 1]] },
    parts: {
      'xl/sharedStrings.xml':
        '<!DOCTYPE sst [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]><sst><si><t>&b;&f;</t></si></sst>',
    },
  });
  assert.equal((await refusal(hostile)).kind.code, 'upload.broken_workbook');
});

test('a cell that never ends, a column beyond the last and rows out of order are refused', async () => {
  const sheet = (rows: string) =>
    workbookOf({
      sheets: { S: [HEADER] },
      parts: { 'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${rows}</sheetData></worksheet>` },
    });
  for (const rows of [
    `<row r="1"><c r="A1" t="str"><v>${'x'.repeat(1_200_000)}</v></c></row>`,
    '<row r="1"><c r="XFE1"><v>1</v></c></row>',
    '<row r="1"><c r="?"><v>1</v></c></row>',
    '<row r="2"></row><row r="1"></row>',
    '<row r="99999999"></row>',
    '<row r="1"><c r="A1" t="s"><v>77</v></c></row>',
  ])
    assert.equal((await refusal(sheet(rows))).kind.code, 'upload.broken_workbook', rows.slice(0, 60));
});
