import assert from 'node:assert/strict';
import { test } from 'node:test';
import { busiestAnswer, changeWords, rangeAnswer, totalAnswer } from './answers.ts';

const nothing = { total_same_days_last_year: null, total_last_horizon: null };

test('the title says how much, by when, and against last year where the history reaches', () => {
  const before = { total_same_days_last_year: 1000, total_last_horizon: 2000 };
  assert.equal(
    totalAnswer(1060, 28, 'D', before, 'en-GB'),
    '1,060 units in the next 28 days, 6% more than last year',
  );
});

test('without last year it compares with as many periods just before', () => {
  const before = { total_same_days_last_year: null, total_last_horizon: 100 };
  assert.equal(
    totalAnswer(88, 13, 'W', before, 'en-GB'),
    '88 units in the next 13 weeks, 12% fewer than the 13 weeks before',
  );
});

test('without any history it compares with nothing', () => {
  assert.equal(totalAnswer(5, 12, 'M', nothing, 'en-GB'), '5 units in the next 12 months');
});

test('a forecast of nothing says so instead of "0 units"', () => {
  assert.equal(totalAnswer(0.01, 28, 'D', nothing), 'Nothing is likely to sell in the next 28 days');
});

test('one unit is singular', () => {
  assert.equal(totalAnswer(1, 28, 'D', nothing), '1 unit in the next 28 days');
});

test('sales where none were before are not a percentage', () => {
  const before = { total_same_days_last_year: 0, total_last_horizon: 0 };
  assert.match(totalAnswer(9, 28, 'D', before), /where none sold before$/);
});

test('a change below one percent is no change, and a large one is a factor', () => {
  assert.equal(changeWords(1005, 1000), 'about as many as');
  assert.equal(changeWords(320, 100), '3 times as many as');
});

test('the range is explained by how often it holds, and left out where there is none', () => {
  const total = { mean: 12, quantiles: { '0.1': 9, '0.9': 15.4 } };
  assert.equal(rangeAnswer({ total }), 'In 8 of 10 cases it will be between 9 and 15');
  assert.equal(rangeAnswer({ total: { mean: 12, quantiles: {} } }), null);
});

test('the chart names its busiest day only where one stands out, and never a closed one', () => {
  const base = { from: '2026-11-22', frequency: 'D' as const, closed: [0] };
  assert.equal(
    busiestAnswer({ ...base, mean: [0, 10, 30] }, 'en-GB'),
    'Busiest day: Tuesday 24 November, about 30',
  );
  assert.equal(busiestAnswer({ ...base, mean: [0, 10, 10.5] }, 'en-GB'), 'On average 10 a day, evenly');
  assert.equal(busiestAnswer({ ...base, mean: [0, 0, 0] }, 'en-GB'), null);
});
