import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readHours, readTime } from './read-hours.ts';
import { readYesNo } from './read-yes-no.ts';
import { readWeekdays } from './weekday-names.ts';

test('a time is read as people and spreadsheets write it', () => {
  for (const [text, time] of [
    ['9', '09:00'],
    ['9:30', '09:30'],
    ['09:30:00', '09:30'],
    ['9.30 Uhr', '09:30'],
    ['0930', '09:30'],
    ['9 am', '09:00'],
    ['12:15 AM', '00:15'],
    ['12 p.m.', '12:00'],
    ['18h30', '18:30'],
    ['0.375', '09:00'],
    ['0,7291666667', '17:30'],
    ['24:00', '24:00'],
  ])
    assert.equal(readTime(text), time, text);
  for (const text of ['', '25:00', '9:75', '13 pm', '24:30', 'nine', '9-18', '2026-01-01'])
    assert.equal(readTime(text), undefined, text);
});

test('hours run from the first time to the last, over a break and past midnight', () => {
  for (const [text, opens, closes] of [
    ['09:00–18:00', '09:00', '18:00'],
    ['9-12, 14-18', '09:00', '18:00'],
    ['von 9 bis 18 Uhr', '09:00', '18:00'],
    ['10 am to 2 am', '10:00', '02:00'],
    ['24 hours', '00:00', '24:00'],
    ['0.375–0.75', '09:00', '18:00'],
  ])
    assert.deepEqual(readHours(text), { opens, closes }, text);
  assert.equal(readHours('Ruhetag'), 'closed');
  for (const text of ['9', '9-12-14', 'Mon 9-18', 'ask us']) assert.equal(readHours(text), undefined, text);
});

test('weekdays are read by name in several languages, by number, and as ranges that may wrap', () => {
  for (const [text, days] of [
    ['Monday', [1]],
    ['So.', [7]],
    ['samedi', [6]],
    ['0', [7]],
    ['7', [7]],
    ['Mon–Fri', [1, 2, 3, 4, 5]],
    ['Sa bis Mo', [6, 7, 1]],
    ['Mo, Mi und Fr', [1, 3, 5]],
    ['Mon - Wed, Sat', [1, 2, 3, 6]],
    ['täglich', [1, 2, 3, 4, 5, 6, 7]],
  ] as const)
    assert.deepEqual(readWeekdays(text), days, text);
  for (const text of ['Funday', '8', '', 'Mon to']) assert.equal(readWeekdays(text), undefined, text);
});

test('yes and no are told apart, and from what is neither', () => {
  for (const text of ['1', '1.0', 'TRUE', 'Ja', 'x', 'on']) assert.equal(readYesNo(text), true, text);
  for (const text of ['0', 'false', 'Nein', 'n', '-']) assert.equal(readYesNo(text), false, text);
  for (const text of ['', 'perhaps', '2']) assert.equal(readYesNo(text), undefined, text);
});
