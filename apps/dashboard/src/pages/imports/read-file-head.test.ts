import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { guessColumns } from './guess-columns.ts';
import { parseHead, readFileHead } from './read-file-head.ts';

test('header and rows are read with any usual delimiter, with BOM, CRLF and quoted fields', () => {
  assert.deepEqual(parseHead('\uFEFFday;article;"qty; sold"\r\n2026-01-02;"Mug ""blue""";3\r\n'), {
    columns: ['day', 'article', 'qty; sold'],
    rows: [['2026-01-02', 'Mug "blue"', '3']],
  });
});

test('a compressed file is looked into without reading all of it', async () => {
  const packed = gzipSync(`date,item,units\n${'2026-01-02,mug,3\n'.repeat(50_000)}`);
  const head = await readFileHead(new File([packed], 'sales.csv.gz'));
  assert.deepEqual(head.columns, ['date', 'item', 'units']);
  assert.equal(head.rows.length, 5);
});

test('a damaged compressed file gives no columns instead of an error', async () => {
  const head = await readFileHead(new File(['not gzip'], 'sales.csv.gz'));
  assert.deepEqual(head.columns, []);
});

test('an empty file has no columns', () => {
  assert.deepEqual(parseHead(''), { columns: [], rows: [] });
});

test('columns are guessed by what tills call them, each used once', () => {
  assert.deepEqual(guessColumns(['InvoiceDate', 'StockCode', 'Quantity', 'Country']), {
    date: 'InvoiceDate',
    product: 'StockCode',
    location: 'Country',
    value: 'Quantity',
  });
  assert.deepEqual(guessColumns(['a', 'b']), {});
});
