import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatDay, type SaleLine } from '@shelfcast/domain';
import { readContent } from '../../testing/read-all.ts';
import { workbookOf } from '../../testing/workbook.ts';

const brief = (line: SaleLine) =>
  `${line.row} ${line.product} ${line.location} ${formatDay(line.soldOn)} ${line.units}`;

test('a file as M5 has it is a sale a cell, d_1 being 29 January 2011', async () => {
  const { layout, lines, rowsRead } = await readContent(
    'id,item_id,dept_id,cat_id,store_id,state_id,d_1,d_2,d_3\nx,HOBBIES_1_001,H1,H,CA_1,CA,0,3,0\ny,HOBBIES_1_002,H1,H,CA_1,CA,1,,2\n',
  );
  assert.equal(layout, 'm5-wide');
  assert.equal(rowsRead, 6);
  assert.deepEqual(lines.map(brief), [
    '1 HOBBIES_1_001 CA_1 2011-01-29 0',
    '2 HOBBIES_1_001 CA_1 2011-01-30 3',
    '3 HOBBIES_1_001 CA_1 2011-01-31 0',
    '4 HOBBIES_1_002 CA_1 2011-01-29 1',
    '6 HOBBIES_1_002 CA_1 2011-01-31 2',
  ]);
});

test('columns named by days are days, in a workbook too, and an empty cell is no sale of nothing', async () => {
  const { layout, lines, skipped } = await readContent(
    workbookOf({
      formats: ['dd.mm.yyyy'],
      sheets: {
        S: [
          [
            'SKU',
            'Store',
            { number: 46023, style: 0 },
            { number: 46024, style: 0 },
            { number: 46025, style: 0 },
          ],
          ['a', 'north', 1, '', 2.5],
        ],
      },
    }),
  );
  assert.equal(layout, 'wide-table');
  assert.deepEqual(lines.map(brief), ['1 a north 2026-01-01 1', '3 a north 2026-01-03 2.5']);
  assert.deepEqual(skipped, [{ row: 2, cause: 'upload.no_value' }]);
});

test('reading goes on from any cell', async () => {
  const content = 'sku,2026-01-01,2026-01-02,2026-01-03\na,1,2,3\nb,4,5,6\n';
  const whole = await readContent(content);
  for (let after = 1; after < 6; after++)
    assert.deepEqual((await readContent(content, { after })).lines, whole.lines.slice(after));
});

test('days of which it is open what is day and what is month wait for an answer', async () => {
  const content = 'sku,1/2/2026,2/2/2026,3/2/2026\na,1,2,3\n';
  await assert.rejects(readContent(content), { message: /date/ });
  const { lines } = await readContent(content, { mapping: { dateOrder: 'dmy' } });
  assert.deepEqual(
    lines.map(({ soldOn }) => formatDay(soldOn)),
    ['2026-02-01', '2026-02-02', '2026-02-03'],
  );
});

test('WooCommerce orders with a column an item are a sale an item, written by position or by key', async () => {
  const { layout, lines, skipped } = await readContent(
    'order_id,order_number,order_date,status,order_currency,order_item_1,order_item_2\n' +
      '7,7,2026-02-01 10:00:00,completed,EUR,product_id:4959|1|30|size: Medium,name:Mug|sku:MUG-1|quantity:2|total:24.00\n' +
      '8,8,2026-02-02 10:00:00,cancelled,EUR,product_id:4959|1|30|size: Medium,\n',
  );
  assert.equal(layout, 'woocommerce-line-items');
  assert.deepEqual(
    lines.map((line) => [line.order, line.product, line.units, line.revenue]),
    [
      ['7', '4959', 1, '30'],
      ['7', 'MUG-1', 2, '24.00'],
    ],
  );
  assert.deepEqual(
    skipped.map(({ row, cause }) => [row, cause]),
    [
      [3, 'upload.cancelled'],
      [4, 'upload.no_value'],
    ],
  );
});
