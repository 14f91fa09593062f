/**
 * Fills cells that an export writes on the first row of an order only, in place: a row of the same order takes what is
 * empty from the row before it. Rows of one order stand together in every such export.
 *
 * @param order column of the order's number
 * @param columns the columns that are filled, -1 for those the file lacks
 */
export function inheritWithinOrder(order: number, columns: readonly number[]): (fields: string[]) => void {
  const inherited = columns.filter((column) => column >= 0);
  const last = new Map<number, string>();
  let lastOrder: string | undefined;
  return (fields) => {
    if (fields[order] !== lastOrder) {
      lastOrder = fields[order];
      last.clear();
    }
    for (const column of inherited) {
      if (fields[column] !== '') last.set(column, fields[column]);
      else fields[column] = last.get(column) ?? '';
    }
  };
}
