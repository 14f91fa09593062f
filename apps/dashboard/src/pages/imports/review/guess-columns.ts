import { KINDS, type Kind } from './kinds.ts';

// What files call these columns, in the languages we have seen; only a first choice, the person decides.
const patterns: Readonly<Record<string, RegExp>> = {
  date: /date|day|datum|fecha|jour|invoice.?date|time|stichtag/i,
  product: /product|item|sku|article|artikel|stock.?code|ean|upc|description/i,
  value: /units?|quantity|qty|sales|sold|menge|cantidad|value|volume/i,
  location: /store|shop|location|branch|filiale|outlet|site|country|warehouse/i,
  name: /name|title|event|description|bezeichnung|titel/i,
  from: /from|start|begin|since|von|\bab\b/i,
  to: /\bto\b|until|end|through|bis|ende/i,
  price: /price|preis/i,
  promotion: /promo|offer|aktion|angebot/i,
  discount: /discount|rabatt|off/i,
  on_hand: /stock|hand|inventory|available|bestand|quantity|qty/i,
  weekday: /weekday|wochentag|day/i,
  opens: /open|öffn/i,
  closes: /close|schlie/i,
  country: /country|land/i,
  region: /region|state|province/i,
  yearly: /year|annual|jähr/i,
};

/** The first column whose name fits, for each thing that a file of this kind may say. A column is taken once. */
export function guessColumns(columns: readonly string[], kind: Kind): Record<string, string> {
  const guess: Record<string, string> = {};
  const free = new Set(columns);
  const fields = KINDS[kind].columns;
  for (const { name } of [...fields].sort((a, b) => Number(b.required ?? 0) - Number(a.required ?? 0))) {
    const column = columns.find((one) => free.has(one) && patterns[name]?.test(one));
    if (!column || (kind === 'sales' && (name === 'revenue' || name === 'order'))) continue;
    guess[name] = column;
    free.delete(column);
  }
  return guess;
}
