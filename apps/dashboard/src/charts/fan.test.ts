import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Forecast } from '@shelfcast/contract';
import { buildFan, sumIntoPeriods } from './fan.ts';
import { readAt, readingSentence } from './reading.ts';
import { fanCsv, fileName } from './save.ts';

const forecast: Forecast = {
  run: 7,
  level: 'series',
  frequency: 'D',
  origin: '2011-12-09',
  from: '2011-12-10',
  horizon: 3,
  season: 7,
  model: 'ses',
  reason: 'best-in-backtest',
  unit: 'each',
  mean: [0, 8, 9],
  quantiles: {
    '0.1': [0, 5, 5],
    '0.25': [0, 6, 7],
    '0.5': [0, 8, 8.5],
    '0.75': [0, 9, 10],
    '0.9': [0, 12, 13],
  },
  closed: [0],
  total: { mean: 17, quantiles: {} },
  history: { total_same_days_last_year: null, total_last_horizon: null },
  scores: [],
  failures: [],
};

const stated = { stated: 1, inferred: 0 };
const inferred = { stated: 0, inferred: 1 };

test('history that ends before the origin leaves a gap and never shifts the forecast', () => {
  const fan = buildFan({ from: '2011-12-05', values: [3, 4] }, forecast);
  assert.deepEqual(fan.sold, [3, 4, null, null, null, null, null, null]);
  assert.equal(fan.dates[fan.firstForecast], '2011-12-10');
  assert.deepEqual(fan.median.slice(fan.firstForecast), [null, 8, 8.5]);
});

test('a closed day is blank on both sides of today, and is read as closed', () => {
  const fan = buildFan({ from: '2011-12-08', values: [null, 6] }, forecast);
  assert.match(readingSentence(readAt(fan, 0)), /^Thursday,? 8 December 2011: closed or not known$/);
  assert.match(readingSentence(readAt(fan, 2)), /^Saturday,? 10 December 2011: closed$/);
  assert.match(readingSentence(readAt(fan, 1)), /^Friday,? 9 December 2011: 6 sold$/);
});

test('a closure that was inferred is read as one, with its feast', () => {
  const inferred = { ...forecast, closed_expected: [{ index: 0, because: 'Christmas Day' }] };
  const fan = buildFan({ from: '2011-12-09', values: [6] }, inferred);
  assert.match(readingSentence(readAt(fan, 1)), /: expected closed, as before \(Christmas Day\)$/);
});

test('a forecast is read with its range', () => {
  const fan = buildFan({ from: '2011-12-09', values: [6] }, forecast);
  assert.match(
    readingSentence(readAt(fan, 2)),
    /^Sunday,? 11 December 2011: about 8 expected, in 8 of 10 cases between 5 and 12$/,
  );
});

test('an earlier forecast stands at its own dates; what lies before the history is cut', () => {
  const earlier = [
    {
      run: 6,
      origin: '2011-12-07',
      from: '2011-12-08',
      frequency: 'D' as const,
      horizon: 3,
      model: 'ses',
      published_at: null,
      mean: [1, 2, 3],
      quantiles: {},
      actual: [null, null, null],
      observed: 0,
      wape: null,
      bias: null,
      coverage80: null,
    },
  ];
  const fan = buildFan({ from: '2011-12-09', values: [6] }, forecast, earlier);
  assert.deepEqual(fan.earlier[0]?.values, [2, 3, null, null]);
});

test('days sum into whole weeks from Monday; a week that is not whole is left out', () => {
  // 2011-11-30 is a Wednesday.
  const days = { from: '2011-11-30', values: [9, 9, 9, 9, 9, 1, 2, null, 4, 5, 6, 7] };
  assert.deepEqual(sumIntoPeriods(days, 'W', '2011-12-12'), { from: '2011-12-05', values: [25] });
});

test('days sum into months', () => {
  const days = { from: '2011-11-01', values: new Array<number>(61).fill(1) };
  assert.deepEqual(sumIntoPeriods(days, 'M', '2012-01-01'), { from: '2011-11-01', values: [30, 31] });
});

test('the downloaded data has a row a period, and leaves unknown cells empty', () => {
  const fan = buildFan({ from: '2011-12-09', values: [6] }, forecast);
  assert.equal(fanCsv(fan).split('\r\n')[1], '2011-12-09,6,,,,,,,');
  assert.equal(fanCsv(fan).split('\r\n')[3], '2011-12-11,,8,5,6,9,12,,');
});

test('any product name makes a file name that every system takes', () => {
  assert.equal(fileName(['Crème brûlée / 4 pcs', 'Zürich'], 'csv'), 'cre-me-bru-le-e-4-pcs-zu-rich.csv');
  assert.equal(fileName(['🙂'], 'png'), 'forecast.png');
});

test('a stock-out that a file states is read as known, an inferred one as probable; what was sold stays', () => {
  const history = {
    from: '2011-12-07',
    values: [0, 2, 6],
    stockOuts: new Map([
      [0, stated],
      [1, inferred],
    ]),
  };
  const fan = buildFan(history, forecast);
  assert.match(readingSentence(readAt(fan, 0)), /: 0 sold, out of stock, as your file says$/);
  assert.match(readingSentence(readAt(fan, 1)), /: 2 sold, probably out of stock, by its sales$/);
  assert.match(readingSentence(readAt(fan, 2)), /: 6 sold$/);
  assert.match(fanCsv(fan), /^2011-12-07,0,,,,,,1,0\r$/m);
});

test('days without stock are counted over the week or month they belong to', () => {
  const stockOuts = new Map([
    [0, stated],
    [1, inferred],
    [6, inferred],
    [7, stated],
  ]);
  const weeks = sumIntoPeriods(
    { from: '2011-11-28', values: new Array(14).fill(1), stockOuts },
    'W',
    '2011-12-12',
  );
  assert.deepEqual(
    [...(weeks.stockOuts ?? [])],
    [
      [0, { stated: 1, inferred: 2 }],
      [1, { stated: 1, inferred: 0 }],
    ],
  );
  const weekly = { ...forecast, frequency: 'W' as const, from: '2011-12-12' };
  assert.match(
    readingSentence(readAt(buildFan(weeks, weekly), 0)),
    /: 7 sold, out of stock on 1 day, as your files say, and probably on 2 more days$/,
  );
});
