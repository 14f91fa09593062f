import { test } from 'node:test';
import { assertClose } from '../../testing/close.ts';
import { randomStream } from '../chance/random.ts';
import { gramOf, productsWith } from './gram.ts';

/** The same sums in another order. */
const ROUNDING = 1e-12;

for (const [length, count] of [
  [1, 1],
  [2, 2],
  [7, 3],
  [50, 6],
  [33, 13],
]) {
  test(`inner products of ${count} columns of ${length} are sums of products`, () => {
    const random = randomStream(length);
    const columns = Float64Array.from({ length: length * count }, random);
    const weights = Float64Array.from({ length }, random);
    const column = (i: number): Float64Array => columns.subarray(i * length, (i + 1) * length);
    const product = (a: Float64Array, b: Float64Array): number => a.reduce((sum, x, t) => sum + x * b[t], 0);
    const gram = new Float64Array(count * count);
    gramOf(columns, length, count, gram);
    assertClose(
      gram,
      Array.from({ length: count * count }, (_, k) =>
        product(column(Math.floor(k / count)), column(k % count)),
      ),
      ROUNDING,
    );
    const products = new Float64Array(count);
    productsWith(columns, length, count, weights, products);
    assertClose(
      products,
      Array.from({ length: count }, (_, i) => product(column(i), weights)),
      ROUNDING,
    );
  });
}
