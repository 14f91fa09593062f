import assert from 'node:assert/strict';
import { test } from 'node:test';
import { standardNormal } from '../chance/normal.ts';
import { randomStream } from '../chance/random.ts';
import { groupScores } from './group-scores.ts';
import { gram } from './least-squares.ts';
import { shrink } from './least-squares-evidence.ts';

/** A target in the last column, which the columns of group 1 explain and those of group 2 don't. */
const ROWS = 300;
const WIDTH = 9;
const groups = Uint8Array.of(0, 1, 1, 1, 2, 2, 2, 2);
const prior = { groups, weights: Float64Array.of(1, 1, 0.5, 0.25, 1, 1, 1, 1), count: 3, fixed: 0 };
const random = randomStream(12);
const rows = Float64Array.from({ length: ROWS * WIDTH }, () => standardNormal(random));
const residuals = new Float64Array(ROWS);
for (let t = 0; t < ROWS; t++) {
  rows[t * WIDTH + 8] += 0.3 * rows[t * WIDTH + 1] - 0.3 * rows[t * WIDTH + 2];
  residuals[t] = rows[t * WIDTH + 8];
}

test('a score is the slope of the log marginal likelihood at a strength of zero, in units of chance', () => {
  const products = new Float64Array(WIDTH * WIDTH);
  gram(rows, ROWS, WIDTH, products);
  const at = (group: number, strength: number): number => {
    const strengths = new Float64Array(3).fill(1e-12);
    strengths[group] = strength;
    const found = shrink(products, WIDTH, 8, ROWS, prior, strengths, 1);
    assert.ok(found);
    return -found.criterion;
  };
  // Column 0 counts as fitted, with a coefficient of zero.
  const scores = groupScores(rows, ROWS, WIDTH, prior, 1, residuals);
  for (const group of [1, 2]) {
    let chance = 0;
    for (let j = 0; j < groups.length; j++) {
      if (groups[j] !== group) continue;
      let square = 0;
      for (let t = 0; t < ROWS; t++) square += rows[t * WIDTH + j] ** 2;
      chance += 2 * (prior.weights[j] * square) ** 2;
    }
    const slope = (at(group, 1e-8) - at(group, 0)) / 1e-8;
    // 1e-3: a difference in place of a derivative, of sums of some hundred.
    assert.ok(Math.abs(scores[group] * Math.sqrt(chance) - slope) < 1e-3 * Math.abs(slope), `${slope}`);
  }
  assert.ok(scores[1] > 5 && scores[2] < 2, `${scores}`);
});

test('columns of noise score about 0, give or take 1', () => {
  let sum = 0;
  let squares = 0;
  const draws = 400;
  for (let draw = 0; draw < draws; draw++) {
    const noise = Float64Array.from({ length: 100 * 5 }, () => standardNormal(random));
    const target = Float64Array.from({ length: 100 }, () => standardNormal(random));
    const one = { groups: new Uint8Array(5), weights: new Float64Array(5).fill(1), count: 1, fixed: -1 };
    const [score] = groupScores(noise, 100, 5, one, 0, target);
    sum += score;
    squares += score * score;
  }
  // 0.2: four standard errors of a mean of 400.
  assert.ok(Math.abs(sum / draws) < 0.2, `${sum / draws}`);
  assert.ok(Math.abs(squares / draws - 1) < 0.5, `${squares / draws}`);
});
