import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatDay } from '@shelfcast/domain';
import { readContent } from '../../testing/read-all.ts';

test('columns are recognised by the names they go by', async () => {
  for (const header of [
    'date,item,store,units',
    'ds,unique_id,location,y',
    'Day,SKU,Store ID,Qty',
    'DATE;Product;Shop;Sales',
  ]) {
    const delimiter = header.includes(';') ? ';' : ',';
    const row = ['2025-03-01', 'tea', 'north', '3'].join(delimiter);
    const { lines } = await readContent(`${header}\n${row}\n`);
    assert.deepEqual(
      [formatDay(lines[0].soldOn), lines[0].product, lines[0].location, lines[0].units],
      ['2025-03-01', 'tea', 'north', 3],
      header,
    );
  }
});

test('a mapping names the columns, and several id columns make one code', async () => {
  const { lines } = await readContent('d,a,b,s,n\n2025-03-01,tea,green,north,3\n', {
    mapping: { product: ['a', 'b'], location: ['s'], date: 'd', value: 'n' },
  });
  assert.equal(lines[0].product, 'tea/green');
});

test('a column that is missing is named, with those that were found', async () => {
  await assert.rejects(readContent('date,store,colour\n2025-03-01,a,red\n'), {
    message: /no column for “units”.*“date”, “store”, “colour”/,
  });
  await assert.rejects(readContent('date,item,units\n2025-03-01,a,1\n', { mapping: { value: 'sold' } }), {
    message: /“sold”/,
  });
});

test('rows without a value are what is planned, and never sales', async () => {
  const whole = await readContent(
    'date,item,units,price\n2025-03-01,a,1,2.5\n2027-03-02,a,,2\n2027-03-03,a,,\n',
    {
      mapping: { known: ['price'] },
    },
  );
  assert.deepEqual(
    whole.lines.map((line) => line.drivers),
    [{ price: 2.5 }],
  );
  assert.deepEqual(
    whole.planned.map((row) => [formatDay(row.day), row.drivers]),
    [['2027-03-02', { price: 2 }]],
  );
  assert.deepEqual(
    whole.skipped.map((row) => row.cause),
    ['upload.no_value'],
  );
});

test('a closed day is marked as such', async () => {
  const { lines } = await readContent(
    'date,store,item,units,closed\n2025-03-01,a,x,0,1\n2025-03-02,a,x,2,0\n',
  );
  assert.deepEqual(
    lines.map((line) => line.closed),
    [true, false],
  );
});

test('negative quantities are returns, fractions are weights', async () => {
  const { lines } = await readContent('date,item,units\n2025-03-01,a,-2\n2025-03-02,a,0.35\n');
  assert.equal(lines[0].returnedOn, lines[0].soldOn);
  assert.equal(lines[1].units, 0.35);
});

test('decimals by comma are read where fields are separated otherwise', async () => {
  const { lines } = await readContent('date;item;units;revenue\n2025-03-01;a;1,5;1.049,90\n');
  assert.deepEqual([lines[0].units, lines[0].revenue], [1.5, '1049.90']);
});

test('day and month are told apart over the column, and asked for where it leaves them open', async () => {
  const open = 'date,item,units\n3/4/2025,a,1\n5/6/2025,a,1\n';
  const { lines } = await readContent('date,item,units\n3/4/2025,a,1\n25/6/2025,a,1\n');
  assert.equal(formatDay(lines[0].soldOn), '2025-04-03');
  await assert.rejects(readContent(open), { message: /day first and month first/ });
  const asked = await readContent(open, { mapping: { dateOrder: 'mdy' } });
  assert.equal(formatDay(asked.lines[0].soldOn), '2025-03-04');
});
