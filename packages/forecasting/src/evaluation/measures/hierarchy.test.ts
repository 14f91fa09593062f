import assert from 'node:assert/strict';
import { test } from 'node:test';
import { randomStream } from '../../kernels/chance/random.ts';
import { assertClose } from '../../testing/close.ts';
import { sales } from '../../testing/series.ts';
import { levelOf, m5Levels, sumRows } from './hierarchy.ts';
import { M5_QUANTILES, wrmsse, wspl } from './weighted-scores.ts';

const COUNT = 24;
const HORIZON = 5;
const code = (of: (i: number) => number): Int32Array => Int32Array.from({ length: COUNT }, (_, i) => of(i));
// Three stores in two states × eight items in four departments in two categories.
const codes = {
  item: code((i) => i % 8),
  department: code((i) => (i % 8) >> 1),
  category: code((i) => (i % 8) >> 2),
  store: code((i) => Math.floor(i / 8)),
  state: code((i) => (i < 16 ? 0 : 1)),
};
const histories = Array.from({ length: COUNT }, (_, i) => sales(40 + i, 0.3 + i / 2, i + 1));
const history = {
  values: Float64Array.from(histories.flatMap((values) => Array.from(values))),
  offsets: Uint32Array.from({ length: COUNT + 1 }, (_, i) =>
    histories.slice(0, i).reduce((sum, values) => sum + values.length, 0),
  ),
};
const random = randomStream(5);
const actual = Float64Array.from({ length: COUNT * HORIZON }, () => Math.floor(random() * 9));
const forecast = Float64Array.from(actual, () => random() * 9);
const dollars = Float64Array.from({ length: COUNT }, () => random() * 100);

test('M5 has twelve levels, whose groups are the products of their codes', () => {
  const levels = m5Levels(codes);
  assert.deepEqual(
    levels.map((level) => level.count),
    [1, 2, 3, 2, 4, 4, 8, 6, 12, 8, 16, 24],
  );
});

test('sums at every level add up to the total, and what was not observed adds nothing', () => {
  const total = actual.reduce((sum, value) => sum + value, 0);
  for (const level of m5Levels(codes))
    assert.equal(
      sumRows(actual, HORIZON, level).reduce((sum, value) => sum + value, 0),
      total,
    );
  const both = levelOf([], 2);
  assert.deepEqual([...sumRows(Float64Array.of(1, 2, Number.NaN, 4), 2, both)], [1, 6]);
  assert.deepEqual([...sumRows(Float64Array.of(1, Number.NaN, 3, Number.NaN), 2, both)], [4, Number.NaN]);
});

/** The same a second way: groups by key, histories as lists that are added from their ends, formulas as the guide prints them. */
function secondWay(
  score: (history: number[], actual: number[], members: number[], level: number) => number,
): number[] {
  const { item, department, category, store, state } = codes;
  const keys: ((i: number) => string)[] = [
    () => 'all',
    (i) => `${state[i]}`,
    (i) => `${store[i]}`,
    (i) => `${category[i]}`,
    (i) => `${department[i]}`,
    (i) => `${state[i]} ${category[i]}`,
    (i) => `${state[i]} ${department[i]}`,
    (i) => `${store[i]} ${category[i]}`,
    (i) => `${store[i]} ${department[i]}`,
    (i) => `${item[i]}`,
    (i) => `${item[i]} ${state[i]}`,
    (i) => `${item[i]} ${store[i]}`,
  ];
  const all = dollars.reduce((sum, value) => sum + value, 0);
  return keys.map((key, level) => {
    const groups = Map.groupBy(
      Array.from({ length: COUNT }, (_, i) => i),
      key,
    );
    let sum = 0;
    for (const members of groups.values()) {
      const longest = Math.max(...members.map((i) => histories[i].length));
      const past = Array.from({ length: longest }, (_, back) =>
        members.reduce((sum, i) => sum + (histories[i].at(-1 - back) ?? 0), 0),
      ).reverse();
      const came = Array.from({ length: HORIZON }, (_, h) =>
        members.reduce((sum, i) => sum + actual[i * HORIZON + h], 0),
      );
      const weight = members.reduce((sum, i) => sum + dollars[i], 0) / all;
      sum += weight * score(past.slice(past.findIndex((value) => value > 0)), came, members, level);
    }
    return sum;
  });
}

const mean = (values: number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

test('WRMSSE over M5’s levels is what the guide’s formulas give, group by group', () => {
  const expected = secondWay((past, came, members) => {
    const errors = came.map((value, h) => {
      const summed = members.reduce((sum, i) => sum + forecast[i * HORIZON + h], 0);
      return (value - summed) ** 2;
    });
    return Math.sqrt(mean(errors) / mean(past.slice(1).map((value, t) => (value - past[t]) ** 2)));
  });
  const found = wrmsse(actual, forecast, history, dollars, m5Levels(codes));
  assertClose(found.levels, expected, 1e-12);
  assertClose([found.score], [mean(expected)], 1e-12);
});

test('WSPL over M5’s levels is what the guide’s formulas give, group by group', () => {
  const levels = m5Levels(codes);
  const quantiles = levels.map((level) =>
    Float64Array.from({ length: level.count * HORIZON }, () => 40 * random() * level.count).reduce(
      (all, centre, cell) => {
        M5_QUANTILES.forEach((u, j) => {
          all[cell * M5_QUANTILES.length + j] = centre * (0.5 + u);
        });
        return all;
      },
      new Float64Array(level.count * HORIZON * M5_QUANTILES.length),
    ),
  );
  const expected = secondWay((past, came, members, level) => {
    const group = levels[level].groups[members[0]];
    const losses = came.flatMap((value, h) =>
      M5_QUANTILES.map((u, j) => {
        const q = quantiles[level][(group * HORIZON + h) * M5_QUANTILES.length + j];
        return q <= value ? (value - q) * u : (q - value) * (1 - u);
      }),
    );
    return mean(losses) / mean(past.slice(1).map((value, t) => Math.abs(value - past[t])));
  });
  const found = wspl(actual, quantiles, M5_QUANTILES, history, dollars, levels);
  assertClose(found.levels, expected, 1e-12);
  assertClose([found.score], [mean(expected)], 1e-12);
});

test('a group whose history never changes is left out with its weight, and so is a value that was not observed', () => {
  const past = { values: Float64Array.of(1, 1, 1, 1, 3, 1), offsets: Uint32Array.of(0, 3, 6) };
  const level = [levelOf([Int32Array.of(0, 1)], 2)];
  const found = wrmsse(
    Float64Array.of(5, 9, 2, Number.NaN),
    Float64Array.of(0, 0, 4, 7),
    past,
    Float64Array.of(10, 1),
    level,
  );
  // Mean squared change of 1, 3, 1 is 4, and so is the only squared error.
  assertClose([found.score], [1], 1e-12);
});
