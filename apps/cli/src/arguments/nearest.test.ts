import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nearest } from './nearest.ts';

test('a slip of the finger finds the word that was meant', () => {
  assert.equal(nearest('forcast', ['forecast', 'backtest']), 'forecast');
  assert.equal(nearest('Date', ['date', 'units']), 'date');
  assert.equal(nearest('stroe', ['item', 'store']), 'store');
});

test('a part of a longer name finds it', () => {
  assert.equal(nearest('units', ['day', 'units_sold']), 'units_sold');
});

test('a different word finds nothing: no wrong advice', () => {
  assert.equal(nearest('banana', ['date', 'store', 'units']), undefined);
});

test('the closest of several wins', () => {
  assert.equal(nearest('tbs', ['ses', 'tsb', 'naive']), 'tsb');
});
