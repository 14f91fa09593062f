import assert from 'node:assert/strict';
import { test } from 'node:test';
import { modelName, modelWords, reasonWords } from './models.ts';

test('models are called as the literature writes them', () => {
  assert.deepEqual(
    [
      'holt-winters',
      'holt-winters-multiplicative',
      'croston-sba',
      'ses',
      'seasonal-naive',
      'auto-ets',
      'auto-damped-ets',
      'dynamic-optimized-theta',
      'regression-arima',
      'imapa',
    ].map(modelName),
    [
      'Holt-Winters',
      'Holt-Winters multiplicative',
      'Croston-SBA',
      'SES',
      'Seasonal naive',
      'Automatic ETS',
      'Automatic damped ETS',
      'Dynamic optimized Theta',
      'Regression with ARIMA errors',
      'IMAPA',
    ],
  );
});

test('several together are counted in the name and listed in the words', () => {
  assert.equal(modelName('weighted(holt-winters,dynamic-optimized-theta,ses)'), 'Weighted mean of 3 models');
  assert.equal(
    modelWords('weighted(holt-winters,ses,tsb)'),
    'averages, by how well each did before, Holt-Winters, SES and TSB',
  );
  assert.equal(
    modelWords('rare(window-average,imapa)'),
    'averages, for products that sell now and then, Window average and IMAPA',
  );
  assert.equal(modelName('median(auto-ets,mstl(ses))'), 'Median of 2 models');
  assert.equal(modelWords('mean(auto-ets,mstl(ses))'), 'averages Automatic ETS and MSTL with SES');
});

test('a decomposition names the model of what is left', () => {
  assert.equal(modelName('mstl(auto-ets)'), 'MSTL with Automatic ETS');
  assert.equal(
    modelWords('mstl(ses)'),
    'takes weekly and yearly patterns apart; for the rest, it follows a slowly moving level',
  );
});

test('a model that this dashboard has not met has a readable name and no words', () => {
  assert.equal(modelName('quantile-forest'), 'Quantile forest');
  assert.equal(modelName('arima(1,1,1)(0,1,1)'), 'ARIMA(1,1,1)(0,1,1)');
  assert.equal(modelWords('quantile-forest'), null);
});

test('every reason is told in a sentence', () => {
  for (const reason of [
    'combined',
    'best-in-backtest',
    'naive-won',
    'history-too-short',
    'no-sales',
    'stand-in',
  ])
    assert.doesNotMatch(reasonWords(reason, 5, 'D'), /for this reason/, reason);
});
