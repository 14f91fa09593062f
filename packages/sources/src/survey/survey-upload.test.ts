import assert from 'node:assert/strict';
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { createGunzip } from 'node:zlib';
import { inFile, TODAY } from '../testing/read-all.ts';
import { surveyUpload } from './survey-upload.ts';

const survey = (content: string) =>
  inFile(content, async (path) => (await surveyUpload(path, { fileName: 'sales.csv', today: TODAY })).survey);

const day = (t: number) => new Date(Date.UTC(2026, 0, 1 + t)).toISOString().slice(0, 10);

test('every row is loaded, skipped or rejected, by reason, with examples to look up', async () => {
  const { rows, skipped, rejected, personalColumns } = await survey(
    'date,item,units,customer email\n2026-01-01,a,1,x@y.z\n2026-13-01,a,1,\n\n2026-01-02,,1,\nTotal,,2,\n2026-02-30,b,1,\n',
  );
  assert.deepEqual(rows, { in: 6, loaded: 1, skipped: 2, rejected: 3 });
  assert.deepEqual(
    rejected.map(({ cause, rows, examples }) => [cause, rows, examples]),
    [
      [
        'upload.invalid_date',
        2,
        [
          { row: 2, field: 'date', value: '2026-13-01' },
          { row: 6, field: 'date', value: '2026-02-30' },
        ],
      ],
      ['upload.missing_value', 1, [{ row: 4, field: 'item', value: '' }]],
    ],
  );
  assert.ok(rejected.every(({ remedy }) => remedy!.length > 10));
  assert.deepEqual(skipped.map(({ cause }) => cause).sort(), ['upload.blank_row', 'upload.totals_row']);
  assert.deepEqual(personalColumns, ['customer email']);
});

test('totals by day are exact to the penny, returns taken off', async () => {
  const rows = Array.from({ length: 1000 }, () => '2026-01-01,a,1,0.10').join('\n');
  const { days, unitsReturned } = await survey(
    `date,item,units,revenue\n${rows}\n2026-01-02,a,-2,-0.07\n2026-01-02,b,1.25,\n`,
  );
  assert.deepEqual(days, [
    { day: '2026-01-01', lines: 1000, units: 1000, revenue: '100.00' },
    { day: '2026-01-02', lines: 2, units: -0.75, revenue: '-0.07' },
  ]);
  assert.equal(unitsReturned, 2);
});

test('a location that stops for a week is a gap, one that rests every Sunday is none', async () => {
  const rows: string[] = [];
  for (let t = 0; t < 120; t++) {
    if (t % 7 !== 3) rows.push(`${day(t)},sunday off,a,1`);
    if (t < 60 || t > 70) rows.push(`${day(t)},pausing,a,1`);
  }
  const { gaps } = await survey(`date,store,item,units\n${rows.join('\n')}\n`);
  assert.deepEqual(gaps, [{ location: 'pausing', from: day(60), to: day(70), days: 11 }]);
});

test('a day of many times the usual is named, a strong Saturday is not', async () => {
  const rows = Array.from({ length: 90 }, (_, t) => `${day(t)},a,${t === 50 ? 900 : t % 7 === 5 ? 40 : 10}`);
  const { spikes } = await survey(`date,item,units\n${rows.join('\n')}\n`);
  assert.deepEqual(spikes, [{ day: day(50), units: 900, usual: 10 }]);
});

test('lines that repeat one of their order are counted, and kept', async () => {
  const { repeatedLines, rows } = await survey(
    'date,order,item,units\n2026-01-01,1,a,1\n2026-01-01,1,a,1\n2026-01-01,2,a,1\n2026-01-01,2,b,1\n2026-01-01,2,a,1\n',
  );
  assert.equal(repeatedLines, 2);
  assert.equal(rows.loaded, 5);
});

test('the money of the sample, by month, is what reading the file line by line gives', async () => {
  const path = fileURLToPath(new URL('../../../../samples/online-retail/sales.csv.gz', import.meta.url));
  const { survey } = await surveyUpload(path, { fileName: 'sales.csv.gz', today: TODAY });
  const { days, rows } = survey;
  const months = new Map<string, number>();
  for (const { day, revenue } of days)
    months.set(day.slice(0, 7), (months.get(day.slice(0, 7)) ?? 0) + Math.round(Number(revenue) * 100));
  const { pennies, lines } = await monthsByLine(path);
  assert.deepEqual([...months].sort(), [...pennies].sort());
  assert.equal(rows.in, lines);
});

/** Quantity × price by month in pennies, by the data set's own rules and another way of reading it. */
async function monthsByLine(path: string): Promise<{ pennies: Map<string, number>; lines: number }> {
  const pennies = new Map<string, number>();
  let lines = -1;
  const input = createReadStream(path).pipe(createGunzip());
  for await (const line of createInterface({ input })) {
    if (lines++ < 0) continue;
    // The invoice and the code stand first, number and country last: a description may hold commas.
    const cells = line.split(',');
    const [invoice, code] = cells;
    const [quantity, date, price] = cells.slice(-4, -1);
    if (/^(POST|DOT|M|BANK CHARGES|AMAZONFEE|D|C2|S|PADS|CRUK|B|GIFT_.*)$/i.test(code.trim())) continue;
    if (Number(price) === 0 || (Number(quantity) < 0 && !/^c/i.test(invoice))) continue;
    const month = date.slice(0, 7);
    pennies.set(month, (pennies.get(month) ?? 0) + Math.round(Number(quantity) * Number(price) * 100));
  }
  return { pennies, lines };
}
