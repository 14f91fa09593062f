import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertClose } from '../../testing/close.ts';
import { randomStream } from '../chance/random.ts';
import { factorise, gram, inverseDiagonal, solveFactored } from './least-squares.ts';

/** Sums in another order. */
const ROUNDING = 1e-10;

for (const [count, width] of [
  [11, 5],
  [8, 4],
  [3, 1],
  [2, 6],
]) {
  const random = randomStream(count * width);
  const rows = Float64Array.from({ length: count * width }, () => random() - 0.5);

  test(`sums of products of ${count} rows of ${width} are those of each pair of columns`, () => {
    const products = new Float64Array(width * width);
    gram(rows, count, width, products);
    for (let i = 0; i < width; i++)
      for (let j = 0; j <= i; j++) {
        let sum = 0;
        for (let t = 0; t < count; t++) sum += rows[t * width + i] * rows[t * width + j];
        assertClose([products[i * width + j]], [sum], ROUNDING, `${i}, ${j}`);
      }
  });
}

/** A A' + I for a random A: positive definite. */
function definite(size: number, seed: number): Float64Array {
  const random = randomStream(seed);
  const root = Float64Array.from({ length: size * size }, () => random() - 0.5);
  return Float64Array.from({ length: size * size }, (_, at) => {
    const i = Math.floor(at / size);
    const j = at % size;
    let sum = i === j ? 1 : 0;
    for (let k = 0; k < size; k++) sum += root[i * size + k] * root[j * size + k];
    return sum;
  });
}

test('a solution put into its system gives the right side again', () => {
  const size = 7;
  const matrix = definite(size, 3);
  const factor = matrix.slice();
  factorise(factor, size);
  const right = Float64Array.from({ length: size }, (_, i) => i - 2);
  const x = right.slice();
  solveFactored(factor, size, x);
  const again = right.map((_, i) => x.reduce((sum, value, j) => sum + matrix[i * size + j] * value, 0));
  assertClose(again, right, ROUNDING);
});

test('the diagonal of an inverse is that of the solutions for the unit vectors, and the determinant that of the definition', () => {
  const size = 3;
  const matrix = definite(size, 5);
  const [a, b, c, d, e, f, g, h, k] = matrix;
  const determinant = a * (e * k - f * h) - b * (d * k - f * g) + c * (d * h - e * g);
  const factor = matrix.slice();
  assertClose([factorise(factor, size)], [Math.log(determinant)], ROUNDING);
  const diagonal = new Float64Array(size);
  inverseDiagonal(factor, size, new Float64Array(size * size), diagonal);
  const units = diagonal.map((_, i) => {
    const unit = new Float64Array(size);
    unit[i] = 1;
    solveFactored(factor, size, unit);
    return unit[i];
  });
  assertClose(diagonal, units, ROUNDING);
});

test('a matrix that is not positive definite has no factor', () => {
  assert.ok(Number.isNaN(factorise(Float64Array.of(1, 2, 2, 1), 2)));
});
