/** A column's name without case, spaces and signs: `Lineitem SKU`, `lineitem_sku` and `LineItemSku` are one. */
export function plainName(column: string): string {
  return column.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '');
}

/** The first column that bears one of `names`, in the order of `names`. */
export function findColumn(columns: readonly string[], names: readonly string[]): string | undefined {
  for (const name of names) {
    const found = columns.find((column) => plainName(column) === name);
    if (found !== undefined) return found;
  }
  return undefined;
}
