import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readContent } from '../../testing/read-all.ts';

const HEADER = 'InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n';

test('an invoice line is a sale of its country, with money to the penny and without its customer', async () => {
  const whole = await readContent(
    `${HEADER}536365,85123a,WHITE HANGING HEART,6,2010-12-01 08:26:00,2.55,17850.0,United Kingdom\n`,
  );
  assert.equal(whole.layout, 'uci-invoice');
  const [line] = whole.lines;
  assert.deepEqual(
    [line.order, line.product, line.location, line.units, line.revenue, line.currency, line.returnedOn],
    ['536365', '85123A', 'United Kingdom', 6, '15.30', 'GBP', null],
  );
  assert.ok(!JSON.stringify(line).includes('17850'));
});

test('an invoice that starts with C takes goods back', async () => {
  const { lines } = await readContent(`${HEADER}C536379,22139,X,-2,2010-12-01 09:41:00,4.25,,France\n`);
  assert.equal(lines[0].returnedOn, lines[0].soldOn);
  assert.equal(lines[0].units, -2);
  assert.equal(lines[0].revenue, '-8.50');
});

test('postage, fees and vouchers are skipped as no product, stock corrections as such', async () => {
  const codes = [
    'POST',
    'DOT',
    'M',
    'm',
    'BANK CHARGES',
    'AMAZONFEE',
    'D',
    'C2',
    'S',
    'PADS',
    'CRUK',
    'gift_0001_20',
  ];
  const rows = codes.map((code) => `1,${code},x,1,2010-12-01 08:26:00,1,,France\n`).join('');
  const adjusted =
    '2,22139,damaged,-50,2010-12-01 08:26:00,0,,France\n3,22139,?,5,2010-12-01 08:26:00,0,,France\n';
  const whole = await readContent(HEADER + rows + adjusted);
  assert.equal(whole.lines.length, 0);
  assert.deepEqual(
    whole.skipped.map((row) => row.cause),
    [...codes.map(() => 'upload.not_a_product'), 'upload.stock_adjustment', 'upload.stock_adjustment'],
  );
});

test('the exact duplicates of the file are lines of their own', async () => {
  const row = '536381,71270,PHOTO CLIP LINE,1,2010-12-01 09:41:00,1.25,15311.0,United Kingdom\n';
  assert.equal((await readContent(HEADER + row + row)).lines.length, 2);
});
