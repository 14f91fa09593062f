import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inFile, TODAY } from '../testing/read-all.ts';
import { surveyUpload } from './survey-upload.ts';

const surveyOf = (content: string) =>
  inFile(content, (path) => surveyUpload(path, { fileName: 'file.csv', today: TODAY }));

test('a list of products is summed up by its codes and attributes, as it was understood', async () => {
  const { survey, productCodes, locationCodes } = await surveyOf(
    'sku,name,category,brand\nA,Mug,Cups,\nB,Pot,Cups,Nordlicht\n,Lid,,\nA,Mug,Cups,\n',
  );
  assert.equal(survey.kind, 'products');
  assert.deepEqual(survey.rows, { in: 4, loaded: 3, skipped: 0, rejected: 1 });
  assert.deepEqual([...productCodes], ['A', 'B']);
  assert.deepEqual([...locationCodes], []);
  assert.deepEqual(survey.products, { count: 2, more: false });
  assert.deepEqual(survey.facts, {
    count: 3,
    planned: 0,
    locations: 0,
    says: [
      { name: 'category', rows: 3 },
      { name: 'brand', rows: 1 },
    ],
    firstDay: null,
    lastDay: null,
    examples: {
      columns: ['product', 'name', 'category', 'brand'],
      rows: [
        ['A', 'Mug', 'Cups', ''],
        ['B', 'Pot', 'Cups', 'Nordlicht'],
        ['A', 'Mug', 'Cups', ''],
      ],
    },
  });
  assert.deepEqual([survey.days, survey.locations, survey.firstSoldOn], [[], [], null]);
});

test('prices are summed up by their days, past and planned, and by what they state', async () => {
  const { survey, locationCodes } = await surveyOf(
    'sku,store,from,to,price,promotion\nA,n,2026-01-01,2026-06-30,4,\nA,,2026-07-01,,5,\nA,n,2026-12-01,2026-12-24,4,1\n',
  );
  const { examples, ...facts } = survey.facts!;
  assert.deepEqual(facts, {
    count: 3,
    planned: 1,
    locations: 1,
    says: [
      { name: 'price', rows: 3 },
      { name: 'promotion', rows: 1 },
    ],
    firstDay: '2026-01-01',
    lastDay: '2026-12-24',
  });
  assert.deepEqual([...locationCodes], ['n']);
  assert.deepEqual(examples.columns, ['product', 'location', 'from', 'to', 'price', 'promotion']);
  assert.deepEqual(examples.rows[1], ['A', '', '2026-07-01', '', '5', '']);
});

test('stock, hours and events are shown by their own columns, those that nothing stands in left out', async () => {
  const columnsOf = async (content: string) => (await surveyOf(content)).survey.facts!.examples;
  assert.deepEqual(
    await columnsOf('sku,store,out_of_stock_from,out_of_stock_to\nA,n,2026-11-01,2026-11-03\n'),
    {
      columns: ['product', 'location', 'day', 'until', 'out_of_stock'],
      rows: [['A', 'n', '2026-11-01', '2026-11-03', 'yes']],
    },
  );
  assert.deepEqual(await columnsOf('weekday,opens,closes\nMon-Tue,9,18\nSun,closed,\n'), {
    columns: ['weekday', 'opens', 'closes'],
    rows: [
      ['1, 2', '09:00', '18:00'],
      ['7', 'closed', ''],
    ],
  });
  assert.deepEqual(await columnsOf('event,from,to,yearly\nFair,2027-06-04,2027-06-06,yes\n'), {
    columns: ['event', 'from', 'to', 'yearly'],
    rows: [['Fair', '2027-06-04', '2027-06-06', 'yes']],
  });
});

test('a survey of sales has no facts', async () => {
  const { survey } = await surveyOf('date,item,units\n2026-01-01,a,1\n');
  assert.deepEqual([survey.kind, survey.facts], ['sales', null]);
});
