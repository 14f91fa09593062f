/** Characters of a name that are looked at: a cell of a megabyte in the header is compared with a thousand names. */
const LOOKED_AT = 200;

/** A column's name without case, spaces and signs: `Lineitem SKU`, `lineitem_sku` and `LineItemSku` are one. */
export function plainName(column: string): string {
  return column
    .slice(0, LOOKED_AT)
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '');
}

/** The first column that bears one of `names`, in the order of `names`. */
export function findColumn(columns: readonly string[], names: readonly string[]): string | undefined {
  for (const name of names) {
    const found = columns.find((column) => plainName(column) === name);
    if (found !== undefined) return found;
  }
  return undefined;
}
