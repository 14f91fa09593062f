import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gram } from '../../kernels/least-squares/least-squares.ts';
import { shrink } from '../../kernels/least-squares/least-squares-evidence.ts';
import { shop } from '../../testing/shop.ts';
import { designOf } from './design.ts';
import { etsErrors, etsProcess } from './ets-errors.ts';
import { fitRegression } from './fit-regression.ts';
import { toScale } from './log-scale.ts';

for (const [days, seed] of [
  [1095, 7],
  [500, 3],
])
  test(`of ${days} days, no constants around those that turns of two searches found are likelier`, () => {
    const series = shop(days, 28, seed);
    const observed = Uint8Array.from(series.values, (value) => (Number.isNaN(value) ? 0 : 1));
    const design = designOf(series, observed);
    const found = fitRegression(series, observed, design, etsErrors)?.regression;
    assert.ok(found);
    const width = design.width + 1;
    const rows = design.rows(series.known, 0, days, width);
    for (let t = 0; t < days; t++)
      if (observed[t]) rows[t * width + design.width] = toScale(series.values[t], found.shift) - found.centre;
    const filtered = new Float64Array(rows.length);
    const products = new Float64Array(width * width);
    const { alpha, gamma, passing, keep } = found.errors.constants;
    const criterionAt = (...[a, g, p]: number[]): number => {
      const constants = { alpha: a * alpha, gamma: g * gamma, passing: passing + p, keep };
      const used = etsProcess(constants, 7).filter(rows, width, observed, filtered);
      gram(filtered, used, width, products);
      const shrunk = shrink(products, width, design.width, used, design.prior, found.strengths, 10);
      return shrunk?.criterion ?? Number.NaN;
    };
    // 0.5: a quarter of a log-likelihood, an eighth of what one more parameter must bring.
    for (const a of [0.5, 0.8, 1, 1.25, 2])
      for (const g of [1, 30])
        for (const p of [0, 0.1])
          assert.ok(
            criterionAt(a, g, p) > found.criterion - 0.5,
            `${a}, ${g}, ${p}: ${criterionAt(a, g, p) - found.criterion}`,
          );
  });
