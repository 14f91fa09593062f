import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { january, januarySales, openDesk, records } from '../testing/shelfcast.ts';

const desk = openDesk();
after(desk.clear);
const good = januarySales();
const average = ['--models', 'window-average'];

async function forecast(content: string, ...more: string[]) {
  desk.write('sales.csv', content);
  const { code, stdout, stderr } = await desk.run(
    'forecast',
    'sales.csv',
    ...january,
    ...more,
    '--output',
    '-',
  );
  assert.equal(code, 0, stderr);
  return { rows: records(stdout), text: stdout, stderr };
}

const without = (date: string) => good.replace(new RegExp(`a,${date},.*\\n`), '');
const instead = (date: string, rest: string) =>
  good.replace(new RegExp(`a,${date},.*\\n`), `a,${date},${rest}\n`);

test('a date without a row is zero, or unknown with --missing nan', async () => {
  const zero = await forecast(without('2024-01-20'), ...average);
  assert.equal(zero.text, (await forecast(instead('2024-01-20', '0'), ...average)).text);
  const unknown = await forecast(without('2024-01-20'), ...average, '--missing', 'nan');
  assert.equal(unknown.text, (await forecast(instead('2024-01-20', ''), ...average)).text);
  assert.notEqual(unknown.text, zero.text);
});

test('rows with an empty value after the last are the future, and their known columns are known in advance', async () => {
  const priced = good
    .replace('units', 'units,price')
    .replace(/\n(?=a)/g, ',2\n')
    .replace(',price,2', ',price')
    .trimEnd();
  const future = Array.from({ length: 7 }, (_, i) => `a,2024-01-${29 + i > 31 ? '' : 29 + i},,3`);
  const dates = [
    '2024-01-29',
    '2024-01-30',
    '2024-01-31',
    '2024-02-01',
    '2024-02-02',
    '2024-02-03',
    '2024-02-04',
  ];
  assert.equal(future.length, dates.length);
  const rows = dates.map((date) => `a,${date},,3`).join('\n');
  const known = await forecast(`${priced},2\n${rows}\n`, '--known', 'price');
  assert.deepEqual(
    known.rows.map(({ date }) => date),
    dates,
  );
  assert.doesNotMatch(known.stderr, /not known for the whole horizon/);
  const cut = await forecast(`${priced},2\n${rows.split('\n').slice(0, 3).join('\n')}\n`, '--known', 'price');
  assert.match(cut.stderr, /price is not known for the whole horizon of 1 series/);
});

test('a closed day is no zero, and nothing is forecast for it', async () => {
  const flagged = good.replace('units', 'units,shut').replace(/(\d)\n(?=a|$)/g, '$1,0\n');
  const closed = flagged.replace(/(a,2024-01-20),\d,0/, '$1,0,yes');
  const ahead = `${closed}a,2024-01-30,,1\n`;
  const column = await forecast(ahead, ...average, '--closed', 'shut');
  desk.write('closed.csv', 'date\n2024-01-20\n2024-01-30\n');
  const file = await forecast(instead('2024-01-20', '0'), ...average, '--closed', 'closed.csv');
  assert.equal(column.text, file.text);
  assert.deepEqual(Object.values(column.rows[1]).slice(1), [
    '2024-01-30',
    'window-average',
    '0',
    '0',
    '0',
    '0',
  ]);
  assert.ok(
    Number(column.rows[0].mean) >
      Number((await forecast(instead('2024-01-20', '0'), ...average)).rows[0].mean),
  );
});

test('a file of closed days with an id column closes that series alone', async () => {
  desk.write('closed.csv', 'item,date\nb,2024-01-30\n');
  const { rows } = await forecast(
    good + januarySales('b').split('\n').slice(1).join('\n'),
    ...average,
    '--closed',
    'closed.csv',
  );
  const means = rows
    .filter(({ date }) => date === '2024-01-30')
    .map(({ item, mean }) => [item, Number(mean) > 0]);
  assert.deepEqual(means, [
    ['a', true],
    ['b', false],
  ]);
});

test('what --closed names must exist', async () => {
  const { code, stderr } = await desk.run(
    'forecast',
    'sales.csv',
    ...january,
    '--closed',
    'holidays.csv',
    '--output',
    '-',
  );
  assert.equal(code, 3);
  assert.match(stderr, /neither a column of sales.csv nor a file/);
});

test('a series ends with its own last value; --end file lets all end together', async () => {
  const early = januarySales('b').split('\n').slice(1, 11).join('\n');
  const own = await forecast(`${good}${early}\n`);
  assert.match(own.stderr, /1 of 2 series have no value at the end/);
  assert.equal(own.rows.find(({ item }) => item === 'b')?.date, '2024-01-11');
  const together = await forecast(`${good}${early}\n`, '--end', 'file');
  assert.equal(together.rows.find(({ item }) => item === 'b')?.date, '2024-01-29');
});

test('days are added up to weeks, which give weekly forecasts', async () => {
  const { rows } = await forecast(good, '--frequency', 'W', '--models', 'naive');
  assert.deepEqual(
    rows.slice(0, 2).map(({ date, mean }) => [date, mean]),
    [
      ['2024-01-29', '21'],
      ['2024-02-05', '21'],
    ],
  );
});

test('months may be written without a day', async () => {
  const months = Array.from({ length: 12 }, (_, i) => `a,2023-${String(i + 1).padStart(2, '0')},${i}`);
  const { rows, stderr } = await forecast(`item,date,units\n${months.join('\n')}\n`);
  assert.match(stderr, /a month apart: forecasting months/);
  assert.equal(rows[0].date, '2024-01-01');
});

test('weekly data that is asked for as days is refused, with the frequency it has', async () => {
  desk.write('weekly.csv', 'item,date,units\na,2024-01-01,1\na,2024-01-08,2\na,2024-01-15,3\n');
  const { code, stderr } = await desk.run(
    'forecast',
    'weekly.csv',
    ...january,
    '--frequency',
    'D',
    '--output',
    'x.csv',
  );
  assert.equal(code, 3);
  assert.match(stderr, /What to do: Use --frequency W/);
});

test('an attribute that changes within a series is refused', async () => {
  desk.write('static.csv', 'item,date,units,dept\na,2024-01-01,1,food\na,2024-01-02,2,toys\n');
  const { code, stderr } = await desk.run(
    'forecast',
    'static.csv',
    ...january,
    '--static',
    'dept',
    '--output',
    'x.csv',
  );
  assert.equal(code, 3);
  assert.match(stderr, /dept has more than one value for a\..*\n.*column "dept"/);
});
