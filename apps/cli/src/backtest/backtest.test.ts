import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { january, januarySales, openDesk } from '../testing/shelfcast.ts';

const desk = openDesk();
after(desk.clear);

test('accuracy by model is told in words first, against seasonal naive', async () => {
  desk.write('sales.csv', januarySales());
  const { code, stdout } = await desk.run('backtest', 'sales.csv', ...january, '--origins', '2');
  assert.equal(code, 0);
  assert.match(stdout.trimStart(), /^On average off by \S+ units a day; the seasonal naive forecast by 0\b/);
  for (const column of ['WAPE', 'RMSSE', 'Bias']) assert.ok(stdout.includes(column));
  for (const model of ['auto', 'seasonal-naive', 'holt-winters'])
    assert.match(stdout, new RegExp(`^${model} `, 'm'));
});

test('--json gives each model’s sums, and WAPE is their quotient', async () => {
  desk.write(
    'trend.csv',
    januarySales().replace(/,(\d)$/gm, (_, digit) => `,${Number(digit) ** 2 + 1}`),
  );
  const { stdout } = await desk.run('backtest', 'trend.csv', ...january, '--models', 'naive,ses', '--json');
  const report = JSON.parse(stdout);
  assert.deepEqual(
    report.models.map(({ model }: { model: string }) => model),
    ['auto', 'seasonal-naive', 'naive', 'ses'],
  );
  for (const model of report.models)
    assert.ok(Math.abs(model.wape - model.absoluteError / model.actual) < 1e-12);
});

test('a history too short to hold a test says so instead of showing empty figures', async () => {
  desk.write('short.csv', 'item,date,units\na,2024-01-01,1\na,2024-01-02,2\n');
  const { code, stdout } = await desk.run('backtest', 'short.csv', ...january);
  assert.equal(code, 0);
  assert.match(stdout, /None of the 1 series has enough history/);
});
