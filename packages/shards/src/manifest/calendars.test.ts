import assert from 'node:assert/strict';
import test from 'node:test';
import { calendarArrays } from './calendars.ts';

test('calendars lie one after the other in each column, zero where nothing is listed', () => {
  const columns = calendarArrays({
    names: ['Easter', 'Fair'],
    first: 100,
    length: 3,
    calendars: [
      [[[1, 1]], []],
      [
        [],
        [
          [0, 2],
          [2, 0.5],
        ],
      ],
    ],
  });
  assert.deepEqual(
    columns.map((column) => [...column]),
    [
      [0, 1, 0, 0, 0, 0],
      [0, 0, 0, 2, 0, 0.5],
    ],
  );
});
