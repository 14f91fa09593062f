import type { Histories } from './series.ts';

/** One way to add series up: which group each belongs to. */
export interface HierarchyLevel {
  /** Group of each series, 0 to count − 1. */
  readonly groups: Int32Array;
  readonly count: number;
}

/**
 * The level at which series with the same codes in all columns are one group; groups are numbered as they come. No column: all
 * series are one.
 *
 * @param columns one code a series in each
 * @param series how many there are
 */
export function levelOf(columns: readonly Int32Array[], series: number): HierarchyLevel {
  const numbers = new Map<string, number>();
  const groups = Int32Array.from({ length: series }, (_, i) => {
    const key = columns.map((column) => column[i]).join();
    const number = numbers.get(key) ?? numbers.size;
    numbers.set(key, number);
    return number;
  });
  return { groups, count: numbers.size };
}

/** Codes of M5's item-store series. */
export interface M5Codes {
  readonly item: Int32Array;
  readonly department: Int32Array;
  readonly category: Int32Array;
  readonly store: Int32Array;
  readonly state: Int32Array;
}

/** M5's twelve levels, from the total to item and store (competitors' guide, table 1). */
export function m5Levels({ item, department, category, store, state }: M5Codes): HierarchyLevel[] {
  const columns = [
    [],
    [state],
    [store],
    [category],
    [department],
    [state, category],
    [state, department],
    [store, category],
    [store, department],
    [item],
    [item, state],
    [item, store],
  ];
  return columns.map((each) => levelOf(each, item.length));
}

/**
 * Rows of a level: the sums of its series' rows.
 *
 * @param rows series × width; NaN = not observed: adds nothing
 * @returns groups × width; NaN where none of a group's series was observed
 */
export function sumRows(rows: Float64Array, width: number, { groups, count }: HierarchyLevel): Float64Array {
  const sums = new Float64Array(count * width).fill(Number.NaN);
  for (let i = 0; i < groups.length; i++)
    for (let t = 0; t < width; t++) {
      const value = rows[i * width + t];
      const at = groups[i] * width + t;
      if (!Number.isNaN(value)) sums[at] = Number.isNaN(sums[at]) ? value : sums[at] + value;
    }
  return sums;
}

/** Histories that end together as rows of the same width; before a history begins nothing was sold. */
export function historyRows({ values, offsets }: Histories): { rows: Float64Array; width: number } {
  const count = offsets.length - 1;
  let width = 0;
  for (let i = 0; i < count; i++) width = Math.max(width, offsets[i + 1] - offsets[i]);
  const rows = new Float64Array(count * width);
  for (let i = 0; i < count; i++)
    rows.set(values.subarray(offsets[i], offsets[i + 1]), (i + 1) * width - (offsets[i + 1] - offsets[i]));
  return { rows, width };
}

/**
 * Mean over levels of the weighted mean over groups. A group's weight is its share of its level's weight, which is the sum of its
 * series'; groups without a score (their history never changed) are left out with their weight.
 */
export function weightedOverLevels(
  scores: readonly Float64Array[],
  weights: Float64Array,
  levels: readonly HierarchyLevel[],
): { readonly score: number; readonly levels: Float64Array } {
  const byLevel = Float64Array.from(levels, (level, l) => {
    const shares = sumRows(weights, 1, level);
    let sum = 0;
    let total = 0;
    for (let g = 0; g < level.count; g++) {
      if (!Number.isFinite(scores[l][g])) continue;
      sum += shares[g] * scores[l][g];
      total += shares[g];
    }
    return sum / total;
  });
  return { score: byLevel.reduce((sum, one) => sum + one, 0) / byLevel.length, levels: byLevel };
}
