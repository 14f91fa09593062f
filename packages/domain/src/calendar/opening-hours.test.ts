import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatDay, parseDay } from '../day.ts';
import { type HoursRule, statedDays } from './opening-hours.ts';

const day = (text: string) => parseDay(text)!;
const rule = (weekday: number, closed: boolean, from?: string, to?: string): HoursRule => ({
  weekday,
  closed,
  from: from === undefined ? null : day(from),
  to: to === undefined ? null : day(to),
});
/** Two weeks from Monday, 1 December 2025. */
function stated(rules: readonly HoursRule[]) {
  const { closed, open } = statedDays(rules, day('2025-12-01'), day('2025-12-14'));
  return { closed: closed.map(formatDay), open: open.map(formatDay) };
}

test('a closed weekday is closed every week, and days nobody speaks of are neither', () => {
  assert.deepEqual(stated([rule(7, true)]), { closed: ['2025-12-07', '2025-12-14'], open: [] });
});

test('named days go before weekdays, whatever their order', () => {
  const sunday = rule(7, true);
  const advent = rule(0, false, '2025-12-07', '2025-12-07');
  for (const rules of [
    [sunday, advent],
    [advent, sunday],
  ])
    assert.deepEqual(stated(rules), { closed: ['2025-12-14'], open: ['2025-12-07'] });
});

test('of rules for the same weekday the first holds while it is valid', () => {
  const rules = [rule(1, true, '2025-12-05'), rule(1, false)];
  assert.deepEqual(stated(rules), { closed: ['2025-12-08'], open: ['2025-12-01'] });
});
