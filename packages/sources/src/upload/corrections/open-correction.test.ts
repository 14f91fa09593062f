import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  CORRECTION_COLUMNS,
  type CorrectedImport,
  type RejectedRow,
  type SaleBatch,
  uploadErrors,
} from '@shelfcast/domain';
import { inFile, TODAY } from '../../testing/read-all.ts';
import { openUpload } from '../open-upload.ts';

interface Read {
  readonly original: CorrectedImport;
  readonly rejected: RejectedRow[];
  readonly whole: Omit<SaleBatch, 'bytesRead'>;
}

async function collect(batches: AsyncIterable<SaleBatch>): Promise<Read['whole']> {
  const whole = {
    lines: [],
    planned: [],
    facts: [],
    skipped: [],
    rejected: [],
    totals: [],
    rowsRead: 0,
  } as Read['whole'];
  let rowsRead = 0;
  for await (const batch of batches) {
    for (const list of ['lines', 'planned', 'facts', 'skipped', 'rejected'] as const)
      (whole[list] as unknown[]).push(...batch[list]);
    rowsRead = batch.rowsRead;
  }
  return { ...whole, rowsRead };
}

/** Reads a file as import 7 would, and says what a correction of it must know. */
const readOriginal = (content: string, mapping: CorrectedImport['mapping'] = null): Promise<Read> =>
  inFile(content, async (path) => {
    const upload = await openUpload(path, { fileName: 'sales.csv', today: TODAY, mapping });
    const whole = await collect(upload.read());
    const original = {
      importId: 7,
      reading: upload.reading,
      mapping,
      rejectedRows: new Set(whole.rejected.map(({ row }) => row)),
    };
    return { original, rejected: whole.rejected, whole };
  });

const readCorrection = (content: string, original: CorrectedImport, after = 0) =>
  inFile(content, async (path) => {
    const upload = await openUpload(path, {
      fileName: 'rejects.csv',
      today: TODAY,
      batchRows: 2,
      correctedImport: async (importId) => {
        assert.equal(importId, original.importId);
        return original;
      },
    });
    return { upload, ...(await collect(upload.read(after))) };
  });

/** The rejected rows as they are downloaded, cells changed by `correct`. */
function download(
  { original, rejected }: Read,
  correct: (cells: string[], row: number) => string[] = (cells) => cells,
  { separator = ',', check = '2001-02-03' } = {},
): string {
  const header = [...original.reading.kept, ...Object.values(CORRECTION_COLUMNS)];
  const rows = rejected.map(({ row, cells }) => [
    ...correct([...(cells ?? [])], row),
    String(original.importId),
    String(row),
    'field',
    'problem',
    'remedy',
    check,
  ]);
  return [header, ...rows].map((row) => row.map((cell) => `"${cell}"`).join(separator)).join('\r\n');
}

const DAILY = 'date,item,customer,units\n2026-03-01,a,Ann,1\n2026-03-32,b,Bob,2\n2026-03-03,c,Cy,x\n';

test('a rejected row is kept with all its cells but those about people', async () => {
  const { original, rejected } = await readOriginal(DAILY);
  assert.deepEqual(original.reading.kept, ['date', 'item', 'units']);
  assert.deepEqual(
    rejected.map(({ row, cells }) => [row, cells]),
    [
      [2, ['2026-03-32', 'b', '2']],
      [3, ['2026-03-03', 'c', 'x']],
    ],
  );
});

test('corrected rows are read under the numbers they had, and those still wrong are refused under them', async () => {
  const read = await readOriginal(DAILY);
  const text = download(read, (cells, row) => (row === 2 ? ['2026-03-02', 'b', '2'] : cells));
  const { upload, lines, rejected, rowsRead } = await readCorrection(text, read.original);
  assert.equal(upload.correctionOf, 7);
  assert.deepEqual(
    lines.map(({ row, product, units }) => [row, product, units]),
    [[2, 'b', 2]],
  );
  assert.deepEqual(
    rejected.map(({ row, cause, cells }) => [row, cause, cells]),
    [[3, 'upload.not_a_number', ['2026-03-03', 'c', 'x']]],
  );
  assert.equal(rowsRead, 2);
});

test('a spreadsheet may change the separator, the decimals and the look of dates', async () => {
  const read = await readOriginal('date,item,units\n2026-03-04,a,x\n2026-03-05,b,x\n');
  const inGerman = download(read, ([date, item]) => [date.split('-').reverse().join('/'), item, '1,5'], {
    separator: ';',
    check: '03/02/2001',
  });
  const { lines } = await readCorrection(inGerman, read.original);
  assert.deepEqual(
    lines.map(({ soldOn, units }) => [new Date(soldOn * 86_400_000).toISOString().slice(0, 10), units]),
    [
      ['2026-03-04', 1.5],
      ['2026-03-05', 1.5],
    ],
  );
  const inAmerican = download(read, (cells) => ['3/4/2026', cells[1], '1.5'], { check: '2/3/2001' });
  const american = await readCorrection(inAmerican, read.original);
  assert.deepEqual(
    american.lines.map(({ soldOn }) => new Date(soldOn * 86_400_000).toISOString().slice(0, 10)),
    ['2026-03-04', '2026-03-04'],
  );
});

test('dates that a spreadsheet could turn around are kept with their year first', async () => {
  const { rejected } = await readOriginal(
    'date,item,units\n13/3/2026,a,1\n3/4/2026 10:15,a,x\n31/2/2026,a,1\n',
  );
  assert.deepEqual(
    rejected.map(({ cells }) => cells![0]),
    ['2026-04-03 10:15', '31/2/2026'],
  );
});

test('a row of an order stands alone: what it took from rows before it is kept with it', async () => {
  const header =
    'Name,Email,Accepts Marketing,Created at,Currency,Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku';
  const read = await readOriginal(
    `${header}\n#1,a@b.c,no,2026-03-01 10:00:00 +0000,GBP,1,Mug,4.00,M\n#1,,,,,many,Cup,5.00,C\n`,
  );
  const { upload, lines } = await readCorrection(
    download(read, (cells) => cells.map((cell) => (cell === 'many' ? '2' : cell))),
    read.original,
  );
  assert.equal(upload.layout, 'shopify-orders');
  assert.deepEqual(
    lines.map(({ row, order, product, currency, revenue }) => [row, order, product, currency, revenue]),
    [[2, '#1', 'C', 'GBP', '10.00']],
  );
});

test('a cell of a table with a column a day comes back as a row of its own', async () => {
  const read = await readOriginal('item_id,store_id,d_1,d_2,d_3\nA,n,1,x,3\n');
  const { upload, lines } = await readCorrection(
    download(read, (cells) => cells.map((cell) => (cell === 'x' ? '2' : cell))),
    read.original,
  );
  assert.equal(upload.layout, 'm5-wide');
  assert.deepEqual(
    lines.map(({ row, product, units }) => [row, product, units]),
    [[2, 'A', 2]],
  );
});

test('a row that names no rejected row, another import, or one that was there before is refused', async () => {
  const read = await readOriginal(DAILY);
  const good = download(read, (cells, row) => (row === 2 ? ['2026-03-02', 'b', '2'] : cells)).split('\r\n');
  const other = good[1].replace('"7"', '"8"');
  const loaded = good[1].replace('"2","field"', '"1","field"');
  const text = [good[0], good[1], good[1], other, loaded, ...good.slice(2)].join('\n');
  const { lines, rejected } = await readCorrection(text, read.original);
  assert.deepEqual(
    lines.map(({ row }) => row),
    [2],
  );
  assert.deepEqual(
    rejected.map(({ row, cause }) => [row, cause]),
    [
      [-2, uploadErrors.no_such_reject.code],
      [-3, uploadErrors.no_such_reject.code],
      [-4, uploadErrors.no_such_reject.code],
      [3, uploadErrors.not_a_number.code],
    ],
  );
  const rest = await readCorrection(text, read.original, 1);
  assert.deepEqual(rest.rejected, rejected);
  assert.deepEqual(rest.lines, []);
});

test('a row cut at another place than the header keeps nothing that may be about a person', async () => {
  const { rejected } = await readOriginal(
    'date,item,customer,units\n2026-03-01,a,Ann,1\n2026-03-01,b, blue,Bob,2\n2026-03-01,Cy,3\n',
  );
  assert.deepEqual(
    rejected.map(({ row, cells }) => [row, cells]),
    [
      [2, ['2026-03-01', 'b', '']],
      [3, null],
    ],
  );
});

test('a row beyond 8 KB is rejected without its cells', async () => {
  const { rejected } = await readOriginal(`date,item,note,units\n2026-03-01,a,${'x'.repeat(9000)},x\n`);
  assert.deepEqual(rejected[0].cells, null);
});
