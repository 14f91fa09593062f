import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SeriesInput } from '../contract.ts';
import { sales } from '../testing/series.ts';
import { automatic, automaticFor } from './automatic.ts';
import { modelNames, modelsNamed } from './registry.ts';

const chosen = (values: Float64Array, season: number, more?: Partial<SeriesInput>): string =>
  automaticFor({ values, season, ...more })[0].name;

const promotions = (periods: number): Pick<SeriesInput, 'known'> => ({
  known: { names: ['promotion'], columns: [Float64Array.from({ length: periods }, (_, t) => t % 2)] },
});

test('what is tried depends on how often it sells, how long its history is, its season and what is known ahead', () => {
  assert.equal(chosen(sales(900, 20, 1), 7), 'weighted(auto-damped-ets,auto-ces,tsb,window-average)');
  assert.equal(chosen(sales(90, 20, 1), 7), 'weighted(holt-winters,dynamic-optimized-theta,tsb,croston-sba)');
  assert.equal(
    chosen(sales(90, 20, 1), 12),
    'weighted(auto-ets,auto-ces,dynamic-optimized-theta,window-average)',
  );
  assert.equal(chosen(sales(130, 20, 1), 52), 'weighted(holt-winters,mstl(auto-damped-ets),regression-ets)');
  const rare = Float64Array.from({ length: 40 }, (_, t) => (t % 9 === 0 ? 2 : 0));
  assert.equal(chosen(rare, 12), 'rare(window-average,imapa,auto-theta)');
});

test('covariates bring a regression into it, whatever the length', () => {
  for (const periods of [90, 900])
    assert.match(chosen(sales(periods, 20, 1), 7, promotions(periods + 28)), /,regression-ets\)$/);
});

test('a year of weeks that is not seen twice is no season yet', () => {
  assert.equal(
    chosen(sales(100, 20, 1), 52),
    'weighted(auto-ets,auto-ces,dynamic-optimized-theta,window-average)',
  );
});

test('all that the default may use can be asked for by name, combinations too', () => {
  for (const { name } of automatic) {
    if (!name.includes('(')) assert.ok(modelNames.includes(name), name);
    assert.equal(modelsNamed([name])[0].name, name);
  }
});
