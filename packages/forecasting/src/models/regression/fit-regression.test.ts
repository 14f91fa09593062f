import assert from 'node:assert/strict';
import { test } from 'node:test';
import { randomStream } from '../../kernels/chance/random.ts';
import { gram } from '../../kernels/least-squares/least-squares.ts';
import { shrink } from '../../kernels/least-squares/least-squares-evidence.ts';
import { assertClose } from '../../testing/close.ts';
import { shop } from '../../testing/shop.ts';
import { designOf } from './design.ts';
import { etsErrors, etsProcess } from './ets-errors.ts';
import { continued, filteredBy } from './filtered-columns.ts';
import { fitRegression } from './fit-regression.ts';
import { toScale } from './log-scale.ts';

for (const [days, seed] of [
  [1095, 7],
  [500, 3],
])
  test(`of ${days} days, no constants around those that turns of two searches found are likelier`, () => {
    const series = shop(days, 28, seed);
    const observed = Uint8Array.from(series.values, (value) => (Number.isNaN(value) ? 0 : 1));
    const fit = fitRegression(series, observed, designOf(series, observed), etsErrors);
    assert.ok(fit);
    const found = fit.regression;
    const { design } = fit.columns;
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

test('a fit that goes on from one to a shorter history has the products of columns gone through at once', () => {
  const series = shop(1095, 28, 5);
  const flags = (values: Float64Array) => Uint8Array.from(values, (value) => (Number.isNaN(value) ? 0 : 1));
  const part = { ...series, values: series.values.subarray(0, 1000) };
  const earlier = fitRegression(
    part,
    flags(part.values),
    designOf(part, flags(part.values)),
    etsErrors,
  )?.columns;
  assert.ok(earlier);
  const observed = flags(series.values);
  const longer = continued(series, observed, designOf(series, observed), earlier);
  assert.ok(longer);
  const again = filteredBy(earlier.process, longer, observed);
  assert.equal(longer.used, again.used);
  // 1e-9: the same sums in another order.
  const width = longer.design.width + 1;
  const lower = (products: Float64Array) => products.filter((_, at) => at % width <= Math.floor(at / width));
  assertClose(lower(longer.products), lower(again.products), 1e-9);
  // A history that is half as long again is described anew.
  assert.equal(
    continued(series, observed, designOf(series, observed), { ...earlier, compiled: 700 }),
    undefined,
  );
});

test('a kind of columns that tells nothing is left out, one that does stays', () => {
  const random = randomStream(4);
  const days = 1400;
  const noise = Array.from({ length: 40 }, () =>
    Float64Array.from({ length: days + 28 }, () => Number(random() < 0.02)),
  );
  const promotion = Float64Array.from({ length: days + 28 }, (_, t) => Number(t % 9 < 2));
  const values = Float64Array.from({ length: days }, (_, t) => 20 + 8 * promotion[t] + 6 * random());
  const known = {
    names: ['promotion', ...noise.map((_, i) => `noise ${i}`)],
    columns: [promotion, ...noise],
  };
  const series = { values, season: 7, known };
  const observed = new Uint8Array(days).fill(1);
  const names = fitRegression(series, observed, designOf(series, observed), etsErrors)?.columns.design.names;
  assert.ok(names);
  assert.ok(names.includes('promotion'), `${names}`);
  assert.ok(!names.some((name) => name.startsWith('noise')), `${names}`);
});
