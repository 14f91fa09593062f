import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inFile, TODAY } from '../testing/read-all.ts';
import { surveyUpload } from './survey-upload.ts';

const totals = (content: string) =>
  inFile(content, async (path) => {
    const { survey } = await surveyUpload(path, { fileName: 'sales.csv', today: TODAY });
    return survey.statedTotals.map(({ day, field, stated, ours, agrees }) => [
      day,
      field,
      stated,
      ours,
      agrees,
    ]);
  });

test('totals of the whole file and of a day are held against the rows, to the penny', async () => {
  assert.deepEqual(
    await totals(
      [
        'date,item,store,units,revenue',
        '2026-03-01,a,n,2,12000.25',
        '2026-03-01,b,n,1,340.25',
        'Total 2026-03-01,,,3,"12,340.50"',
        '2026-03-02,a,n,4,10.00',
        'Total 02/03/2026,,,4,11.00',
        'Grand total,,,7,"12,350.50"',
      ].join('\n'),
    ),
    [
      ['2026-03-01', 'units', '3', '3', true],
      ['2026-03-01', 'revenue', '12340.50', '12340.50', true],
      [null, 'units', '7', '7', true],
      [null, 'revenue', '12350.50', '12350.50', true],
    ].toSpliced(
      2,
      0,
      ['2026-02-03', 'units', '4', '0', false],
      ['2026-02-03', 'revenue', '11.00', '0.00', false],
    ),
  );
});

test('a total without a day may be of its block or of all above it', async () => {
  assert.deepEqual(
    await totals(
      'Datum;Artikel;Menge;Umsatz\n1.3.2026;a;2;5,50\nSumme;;2;5,50\n2.3.2026;a;3;1,25\nSumme;;3;1,25\nGesamt;;5;6,75\n',
    ),
    [
      [null, 'Menge', '2', '2', true],
      [null, 'Umsatz', '5.50', '5.50', true],
      [null, 'Menge', '3', '3', true],
      [null, 'Umsatz', '1.25', '1.25', true],
      [null, 'Menge', '5', '5', true],
      [null, 'Umsatz', '6.75', '6.75', true],
    ],
  );
});

test('a total that the rows do not add up to is said, with both figures', async () => {
  assert.deepEqual(await totals('date,item,store,units\n2026-03-01,a,n,2\n2026-03-02,a,n,x\nTotal,,,5\n'), [
    [null, 'units', '5', '2', false],
  ]);
});
