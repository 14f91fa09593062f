import assert from 'node:assert/strict';
import { test } from 'node:test';
import { duration, secondsLeft, timeLeft } from './durations.ts';

test('a span reads as a clock says it', () => {
  assert.equal(duration(8.4), '8 s');
  assert.equal(duration(80), '1 min 20 s');
  assert.equal(duration(3900), '1 h 5 min');
});

test('time left is as rough as the estimate is', () => {
  assert.equal(timeLeft(5), 'a few seconds left');
  assert.equal(timeLeft(33), 'about 40 seconds left');
  assert.equal(timeLeft(130), 'about 2 minutes left');
});

test('no time left is claimed before anything can be known', () => {
  assert.equal(secondsLeft(0, 100, 30), null);
  assert.equal(secondsLeft(50, 100, 0.2), null);
  assert.equal(secondsLeft(100, 100, 30), null);
  assert.equal(secondsLeft(25, 100, 10), 30);
});
