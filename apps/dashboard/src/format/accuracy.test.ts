import assert from 'node:assert/strict';
import { test } from 'node:test';
import { accuracyAnswer, biasWords, coverageWords, shareAnswer, skillWords } from './accuracy.ts';

test('accuracy is said in words, always beside the naive forecast', () => {
  assert.equal(
    accuracyAnswer({ mae: 2.1, naive_mae: 2.9 }, 'D', 'en-GB'),
    'On average off by 2.1 units a day; the naive forecast by 2.9',
  );
  assert.equal(
    shareAnswer(0.47, 0.65, 'en-GB'),
    'On average off by 47 in every 100 units sold; the naive forecast by 65',
  );
});

test('what is not known is said, not shown as zero', () => {
  assert.match(accuracyAnswer({ mae: null }, 'W'), /^Not enough history/);
  assert.match(shareAnswer(null, null), /^Not enough history/);
  assert.match(coverageWords(null, 'D'), /not known yet$/);
  assert.match(biasWords(null), /not known/);
});

test('where naive wins, it says so', () => {
  assert.equal(skillWords(0.8, 0.5, 'en-GB'), '60% more error than the naive forecast');
  assert.equal(skillWords(0.5, 0.8, 'en-GB'), '38% less error than the naive forecast');
  assert.equal(skillWords(0.5, 0.5), 'As good as the naive forecast');
});

test('a band is explained by how often it held', () => {
  assert.equal(coverageWords(0.794, 'W'), 'In 79 of 100 weeks sales were inside the 80% band');
});

test('a lean below two percent is none', () => {
  assert.equal(biasWords(-0.013), 'Leans neither high nor low');
  assert.equal(biasWords(-0.12, 'en-GB'), 'Leans 12% too low');
});
