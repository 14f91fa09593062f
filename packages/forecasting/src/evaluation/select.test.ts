import assert from 'node:assert/strict';
import { test } from 'node:test';
import { modelsNamed } from '../models/registry.ts';
import { sales } from '../testing/series.ts';
import { type Trial, tryModel } from './backtest.ts';
import { testPlan } from './origins.ts';
import { rangeOf } from './range.ts';
import { choose } from './select.ts';

const values = sales(200, 20, 1);
const tests = testPlan(values.length, 14, 7, 3);
const ranges = tests.refits.map((origin) => rangeOf(values, true, origin));

function trial(name: string, history = values): Trial {
  const outcome = tryModel(modelsNamed([name])[0], { values: history, season: 7 }, tests, ranges, 14);
  assert.ok(!('cause' in outcome));
  return outcome;
}

function scored(base: Trial, squaredError: number): Trial {
  return { ...base, score: { ...base.score, squaredError } };
}

test('the smallest squared error is chosen where it beats seasonal naive', () => {
  const baseline = scored(trial('seasonal-naive'), 10);
  const best = scored(trial('ses'), 5);
  assert.deepEqual(choose([baseline, scored(trial('tsb'), 7), best], baseline), {
    trial: best,
    reason: 'best-in-backtest',
  });
});

test('seasonal naive is used where nothing beats it, equals included', () => {
  const baseline = scored(trial('seasonal-naive'), 5);
  assert.deepEqual(choose([scored(trial('ses'), 5)], baseline), { trial: baseline, reason: 'naive-won' });
  assert.deepEqual(choose([baseline], baseline), { trial: baseline, reason: 'naive-won' });
});

test('of candidates that do equally well the earlier one is used', () => {
  const baseline = scored(trial('seasonal-naive'), 9);
  const first = scored(trial('naive'), 5);
  assert.equal(choose([first, scored(trial('ses'), 5)], baseline).trial, first);
});

for (const name of ['seasonal-naive', 'naive', 'window-average', 'ses', 'croston-sba', 'tsb', 'holt-winters'])
  test(`no forecast of ${name} in a test knows anything that comes after its origin`, () => {
    const before = trial(name);
    const cut = tests.origins[1][1];
    const changed = values.map((value, t) => (t < cut ? value : value * 3 + 50));
    const after = trial(name, changed);
    const until = before.windows.filter(({ origin }) => origin <= cut).map(({ forecast }) => forecast);
    assert.ok(until.length > 3);
    assert.deepEqual(
      until,
      after.windows.filter(({ origin }) => origin <= cut).map(({ forecast }) => forecast),
    );
  });
