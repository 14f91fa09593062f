import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { january, januarySales, openDesk } from './testing/shelfcast.ts';

const desk = openDesk();
after(desk.clear);

test('--help and --version are answered on stdout, with code 0', async () => {
  for (const args of [
    ['--help'],
    ['help', 'forecast'],
    ['forecast', '--help'],
    ['backtest', '-h'],
    ['--version'],
  ]) {
    const { code, stdout, stderr } = await desk.run(...args);
    assert.equal(code, 0);
    assert.equal(stderr, '');
    assert.notEqual(stdout, '');
  }
});

test('an unknown command, option or model is code 2, with what was meant', async () => {
  const cases: [args: string[], says: RegExp][] = [
    [['forcast'], /did you mean `shelfcast forecast`/],
    [['forecast', 'x.csv', '--hroizon', '3'], /Did you mean --horizon\?/],
    [
      ['forecast', 'x.csv', ...january, '--models', 'holt-winter', '--output', '-'],
      /Did you mean holt-winters\?/,
    ],
  ];
  for (const [args, says] of cases) {
    const { code, stderr } = await desk.run(...args);
    assert.equal(code, 2, stderr);
    assert.match(stderr, says);
  }
});

test('a missing column is code 3, with the columns there are and the nearest of them', async () => {
  desk.write('sales.csv', januarySales());
  const { code, stderr } = await desk.run(
    'forecast',
    'sales.csv',
    '--id',
    'itme',
    ...january.slice(2),
    '--output',
    '-',
  );
  assert.equal(code, 3);
  assert.match(stderr, /Its columns are item, date, units/);
  assert.match(stderr, /Did you mean --id item\?/);
});
