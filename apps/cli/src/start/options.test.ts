import assert from 'node:assert/strict';
import { test } from 'node:test';
import { UsageError } from '../arguments/usage-error.ts';
import { parseStartOptions } from './options.ts';

const parse = (...commandLine: string[]) => parseStartOptions(commandLine, '/home/ann', '/clone/.shelfcast');

test('without arguments the sample is shown on this machine only', () => {
  assert.deepEqual(parse(), {
    file: undefined,
    columns: undefined,
    host: '127.0.0.1',
    port: 4600,
    dataFolder: '/clone/.shelfcast',
  });
});

test('paths are relative to where the command was typed', () => {
  const { file, dataFolder } = parse('my sales.csv', '--data', '../data');
  assert.equal(file, '/home/ann/my sales.csv');
  assert.equal(dataFolder, '/home/data');
});

test('columns are named as the API takes them, several for a product or a location', () => {
  const named = ['--date', 'day', '--product', 'item,size', '--location', 'store', '--units', 'qty'];
  assert.deepEqual(parse('s.csv', ...named).columns, {
    date: 'day',
    value: 'qty',
    product: ['item', 'size'],
    location: ['store'],
  });
});

test('the order of day and month can be said alone, or with the columns', () => {
  assert.deepEqual(parse('s.csv', '--date-order', 'dmy').columns, { date_order: 'dmy' });
  const named = ['--date', 'day', '--product', 'item', '--units', 'qty', '--date-order', 'mdy'];
  assert.equal(parse('s.csv', ...named).columns?.date_order, 'mdy');
});

test('a command line that can not be meant is refused with what to do', () => {
  for (const [wrong, message] of [
    [['--port', '99999'], /not a port/],
    [['--port', 'web'], /not a port/],
    [['a.csv', 'b.csv'], /Only one file/],
    [['--date', 'day'], /no file/],
    [['a.csv', '--date', 'day'], /missing: --product, --units/],
    [['a.csv', '--date-order', 'ymd'], /no order of day and month/],
    [['--date-order', 'dmy'], /no file/],
    [['--prot', '80'], /--prot/],
  ] as const) {
    assert.throws(
      () => parse(...wrong),
      (error) => error instanceof UsageError && message.test(error.message) && error.remedy !== '',
    );
  }
});
