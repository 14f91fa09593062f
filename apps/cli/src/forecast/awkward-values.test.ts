import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { january, januarySales, openDesk, records } from '../testing/shelfcast.ts';

const desk = openDesk();
after(desk.clear);
const good = januarySales();

async function refused(content: string, kind: string, says: RegExp, where: string): Promise<void> {
  desk.write('sales.csv', content);
  const { code, stderr } = await desk.run('forecast', 'sales.csv', ...january, '--output', 'out.csv');
  assert.equal(code, 3, stderr);
  assert.match(stderr, says);
  assert.match(stderr, new RegExp(`forecast\\.${kind}; `));
  assert.ok(stderr.includes(`Where: sales.csv, ${where}`), stderr);
  assert.ok(!desk.files().includes('out.csv'));
}

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

test('a date that is none is refused by line, row and column; dates are never guessed', async () => {
  const where = 'line 30 (row 29 of the data), column "date"';
  await refused(`${good}a,2024-02-30,1\n`, 'invalid_date', /"2024-02-30" is no date/, where);
  await refused(`${good}a,03/04/2024,1\n`, 'invalid_date', /--date-format/, where);
  await refused(`${good}a,,1\n`, 'invalid_date', /Nothing is no date/, where);
});

test('a line break in a quoted field doesn’t shift the line that is named', async () => {
  await refused(
    `item,date,units\n"a\nb",2024-01-01,1\nc,never,1\n`,
    'invalid_date',
    /"never"/,
    'line 4 (row 2 of the data)',
  );
});

test('of several bad rows, the first of the file is named', async () => {
  await refused(`${good}a,2024-01-29,x\na,never,1\n`, 'invalid_value', /"x" is no number/, 'line 30');
});

test('text, a decimal comma, an infinity and an absurd number are refused by their place', async () => {
  const where = 'line 30 (row 29 of the data), column "units"';
  for (const value of ['many', '"3,5"', 'inf', '-Infinity', '1e300'])
    await refused(`${good}a,2024-01-29,${value}\n`, 'invalid_value', /no number that can be forecast/, where);
});

test('a date in the year 9999 is refused as a placeholder, with its row', async () => {
  await refused(`${good}a,9999-12-31,1\n`, 'date_out_of_range', /9999-12-31 lies 7,976 years/, 'line 30');
});

test('a row without an id is refused', async () => {
  await refused(`${good},2024-01-29,4\n`, 'missing_id', /has no item/, 'line 30');
});

test('not-a-number is not observed: neither refused nor zero', async () => {
  const last = (value: string) =>
    forecast(`${good}a,2024-01-29,${value}\na,2024-01-30,2\n`, '--models', 'window-average');
  const { text } = await last('NaN');
  assert.equal(text, (await last('')).text);
  assert.notEqual(text, (await last('0')).text);
});

test('negative and fractional quantities count as they are, and no forecast is negative', async () => {
  const { rows, stderr } = await forecast(`${good}a,2024-01-29,-3\na,2024-01-30,2.5\n`);
  assert.match(stderr, /1 value is negative/);
  for (const row of rows) for (const column of ['mean', 'q0.1']) assert.ok(Number(row[column]) >= 0);
});

test('rows that repeat series and date are added up, and said so', async () => {
  const { text, stderr } = await forecast(
    good.replace('a,2024-01-05,4\n', 'a,2024-01-05,1\na,2024-01-05,3\n'),
  );
  assert.match(stderr, /1 row repeats the series and date of another: their values were added up/);
  assert.equal(text, (await forecast(good)).text);
});

test('one observation, and nothing but zeros, give forecasts', async () => {
  const one = await forecast('item,date,units\na,2024-01-01,5\n');
  assert.deepEqual(one.rows.map((row) => row.date).slice(0, 2), ['2024-01-02', '2024-01-03']);
  for (const row of one.rows) assert.ok(Number(row.mean) > 0);
  const zeros = await forecast(good.replace(/,\d\n/g, ',0\n'));
  for (const row of zeros.rows) assert.deepEqual([row.mean, row['q0.9']], ['0', '0']);
});

test('ids with commas, quotes, emoji and blanks come out as they went in', async () => {
  const { text } = await forecast(januarySales('"tea, ""green"" 🍵 "'));
  assert.match(text, /^"tea, ""green"" 🍵 ",2024-01-29,/m);
});

test('times of day and other spellings of a date are the day they stand for', async () => {
  const { text } = await forecast(good);
  const spelt = (change: (date: string) => string) => good.replace(/\d{4}-\d{2}-\d{2}/g, change);
  const spellings = [
    spelt((date) => `${date} 23:59:59`),
    spelt((date) => `${date}T23:30:00-05:00`),
    spelt((date) => date.replaceAll('-', '')),
    spelt((date) => date.replaceAll('-', '/')),
  ];
  for (const content of spellings) assert.equal((await forecast(content)).text, text);
  const german = spelt((date) => date.split('-').reverse().join('.'));
  assert.equal((await forecast(german, '--date-format', '%d.%m.%Y')).text, text);
});
