// What tills call these columns, in the languages we have seen; only a first choice, the person decides.
const patterns = {
  date: /date|day|datum|fecha|jour|invoice.?date|time/i,
  product: /product|item|sku|article|artikel|stock.?code|ean|upc|description/i,
  value: /units?|quantity|qty|sales|sold|menge|cantidad|value|volume/i,
  location: /store|shop|location|branch|filiale|outlet|site|country|warehouse/i,
} as const;

/** The first column whose name fits, for each thing that is needed. */
export function guessColumns(columns: readonly string[]): Partial<Record<keyof typeof patterns, string>> {
  const guess: Partial<Record<keyof typeof patterns, string>> = {};
  const free = new Set(columns);
  for (const name of ['date', 'product', 'location', 'value'] as const) {
    const column = columns.find((one) => free.has(one) && patterns[name].test(one));
    if (!column) continue;
    guess[name] = column;
    free.delete(column);
  }
  return guess;
}
