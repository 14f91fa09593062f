import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DataHealth, HealthReport } from '@shelfcast/contract';
import { type Finding, findingWords, healthAnswer } from './data-health.ts';

const finding = (change: Partial<Finding>): Finding => ({
  kind: 'gaps',
  severity: 'look',
  count: 1,
  of: 3,
  days: null,
  units: 0,
  examples: [],
  ...change,
});
const health = (to: string | null, findings: Finding[] = []): DataHealth => {
  const report: HealthReport = {
    from: '2024-01-01',
    to,
    products: 1,
    series: 1,
    location_count: 1,
    units: 1,
    locations: [],
    findings,
  };
  return { report, made_at: null, making: false, today: '2026-11-22' };
};

test('the answer says how fresh sales are and how many things are to do; what is good to know is none', () => {
  assert.equal(
    healthAnswer(
      health('2026-11-21', [finding({}), finding({ severity: 'act' }), finding({ severity: 'note' })]),
    ),
    'Your data is fresh; 2 things would make the forecasts better',
  );
  assert.equal(
    healthAnswer(health('2026-11-10')),
    'Your sales end 12 days ago; nothing in it stands in the way of the forecasts',
  );
  assert.match(healthAnswer(health('2011-12-09')), /^Your sales end on 9\sDec\s2011; /);
});

test('before there is anything to report, the answer says so', () => {
  const none = { report: null, made_at: null, today: '2026-11-22' };
  assert.equal(healthAnswer({ ...none, making: false }), 'There are no sales to look through yet');
  assert.equal(healthAnswer({ ...none, making: true }), 'Your sales are being looked through');
});

test('one location is named, several are counted', () => {
  const { title } = findingWords('locations-behind');
  const location = { location: 1, code: 'LDS', name: 'Leeds' };
  assert.equal(
    title(finding({ days: 8, examples: [{ location }] })),
    'Leeds has no sales for its last 8 open days',
  );
  assert.equal(
    title(finding({ count: 2, days: 9 })),
    '2 of 3 locations have no sales for their last days: 9 open days in all',
  );
});

test('stock-outs that nobody stated are said to be probable', () => {
  const { title } = findingWords('stock-outs');
  assert.equal(
    title(finding({ count: 2, days: 5 })),
    '2 products were probably out of stock, on 5 days in all',
  );
  assert.equal(
    title(finding({ count: 2, days: 5, examples: [{ stated: 3 }] })),
    '2 products were out of stock, on 5 days in all',
  );
});
