import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bytes, change, count, counted, money, percent, roundUnits, shortUnits, units } from './numbers.ts';

test('a small number of units keeps the decimals that tell it from zero', () => {
  assert.equal(units(0, 'en-GB'), '0');
  assert.equal(units(0.034, 'en-GB'), '0.03');
  assert.equal(units(3.14, 'en-GB'), '3.1');
  assert.equal(units(12.4, 'en-GB'), '12');
  assert.equal(units(12_345.6, 'en-GB'), '12,346');
});

test('a title claims three digits at most', () => {
  assert.equal(roundUnits(12_345, 'en-GB'), '12,300');
  assert.equal(roundUnits(999.4, 'en-GB'), '999');
});

test('numbers are written as the reader writes them', () => {
  assert.equal(count(1_234_567, 'de-DE'), '1.234.567');
  assert.match(shortUnits(34_500, 'en-GB'), /^34\.5k$/i);
  assert.match(percent(0.064, 'de-DE'), /^6\s%$/u);
});

test('a share that is not none never reads as none, nor one that is not all as all', () => {
  assert.equal(percent(0.004, 'en-GB'), '0.4%');
  assert.equal(percent(0.00005, 'en-GB'), '< 0.1%');
  assert.equal(percent(0.99995, 'en-GB'), '99.9%');
  assert.equal(percent(0, 'en-GB'), '0%');
  assert.equal(percent(1, 'en-GB'), '100%');
});

test('a change shows its sign, and none where there is none', () => {
  assert.equal(change(0.06, 'en-GB'), '+6%');
  assert.equal(change(-0.12, 'en-GB'), '-12%');
  assert.equal(change(0, 'en-GB'), '0%');
});

test('sizes and counts carry their unit', () => {
  assert.equal(bytes(48_211_904, 'en-GB'), '48.2 MB');
  assert.equal(bytes(0, 'en-GB'), '0 bytes');
  assert.equal(counted(1, 'row'), '1 row');
  assert.equal(counted(2, 'row'), '2 rows');
});

test('a price is in its currency, a plain number where none is known, and keeps its fractions', () => {
  assert.equal(money(12, 'GBP', 'en-GB'), '£12.00');
  assert.equal(money(1200, 'JPY', 'en-GB'), 'JP¥1,200');
  assert.equal(money(0.0125, 'EUR', 'en-GB'), '€0.0125');
  assert.equal(money(12, null, 'en-GB'), '12.00');
});
