import { test } from 'node:test';
import { assertClose } from '../../testing/close.ts';
import { fitted } from '../../testing/fit.ts';
import { references } from '../../testing/references.ts';
import { crostonSba } from '../intermittent/croston-sba.ts';
import { naive } from './naive.ts';
import { seasonalNaive } from './seasonal-naive.ts';
import { windowAverage } from './window-average.ts';

/** The same sums in another order: a few units in the last place. */
const ROUNDING = 1e-12;

for (const series of references.series) {
  const { horizon } = references;
  test(`naive is statsforecast's on ${series.name}`, () => {
    assertClose(fitted(naive, series.values).forecast(horizon), series.naive, 0);
  });
  test(`seasonal naive is statsforecast's on ${series.name}`, () => {
    assertClose(fitted(seasonalNaive, series.values).forecast(horizon), series.seasonalNaive, 0);
  });
  test(`the mean of the last 28 is statsforecast's on ${series.name}`, () => {
    assertClose(fitted(windowAverage, series.values).forecast(horizon), series.windowAverage, ROUNDING);
  });
  test(`Croston-SBA is statsforecast's on ${series.name}`, () => {
    assertClose(fitted(crostonSba, series.values).forecast(horizon), series.crostonSba, ROUNDING);
  });
}
