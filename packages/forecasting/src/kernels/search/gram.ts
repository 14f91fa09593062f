/**
 * Inner products of columns of equal length that lie one after the other: gram[i, j] = Σ_t column i × column j, row-major,
 * both halves. Two columns against two at a time: each number loaded serves two products, and four running sums keep
 * the processor from waiting for one.
 */
export function gramOf(columns: Float64Array, length: number, count: number, gram: Float64Array): void {
  for (let i = 0; i < count; i += 2) {
    const a = i * length;
    const b = i + 1 < count ? a + length : a;
    for (let j = 0; j <= i; j += 2) {
      const c = j * length;
      const d = j + 1 < count ? c + length : c;
      let ac = 0;
      let ad = 0;
      let bc = 0;
      let bd = 0;
      for (let t = 0; t < length; t++) {
        const x = columns[a + t];
        const y = columns[b + t];
        const z = columns[c + t];
        const w = columns[d + t];
        ac += x * z;
        ad += x * w;
        bc += y * z;
        bd += y * w;
      }
      put(gram, count, i, j, ac);
      put(gram, count, i, j + 1, ad);
      put(gram, count, i + 1, j, bc);
      put(gram, count, i + 1, j + 1, bd);
    }
  }
}

function put(gram: Float64Array, count: number, i: number, j: number, sum: number): void {
  if (i >= count || j >= count) return;
  gram[i * count + j] = sum;
  gram[j * count + i] = sum;
}

/** Σ_t column i × weights, for each column. */
export function productsWith(
  columns: Float64Array,
  length: number,
  count: number,
  weights: Float64Array,
  products: Float64Array,
): void {
  for (let i = 0; i < count; i++) {
    const a = i * length;
    let even = 0;
    let odd = 0;
    let t = 0;
    for (; t + 1 < length; t += 2) {
      even += columns[a + t] * weights[t];
      odd += columns[a + t + 1] * weights[t + 1];
    }
    if (t < length) even += columns[a + t] * weights[t];
    products[i] = even + odd;
  }
}
