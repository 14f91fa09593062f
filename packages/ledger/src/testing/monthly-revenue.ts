/** Rows of UCI Online Retail that are no products: postage, fees, vouchers, corrections. */
const NO_PRODUCT = new Set(
  'POST,DOT,M,BANK CHARGES,AMAZONFEE,D,C2,S,PADS,CRUK,B'.split(',').map((code) => code.toLowerCase()),
);

/**
 * What UCI Online Retail sold, by month, in whole tenths of a penny: a second derivation beside the ledger's, without any code of
 * the product's and without floating point. `rows` are those below the header.
 */
export function monthlyRevenue(text: string): {
  readonly rows: number;
  readonly months: ReadonlyMap<string, number>;
} {
  const months = new Map<string, number>();
  let rows = 0;
  for (const line of text.split('\n').slice(1)) {
    const fields = line.match(/("([^"]|"")*"|[^,]*)(,|$)/g)?.map((field) => field.replace(/,$/, '').trim());
    if (!fields || line.trim() === '') continue;
    rows++;
    const [invoice, code, , quantity, date, price] = fields;
    if (NO_PRODUCT.has(code.toLowerCase()) || /^gift_/i.test(code) || Number(price) === 0) continue;
    if (Number(quantity) < 0 && !/^c/i.test(invoice)) continue;
    const month = date.slice(0, 7);
    months.set(month, (months.get(month) ?? 0) + Number(quantity) * Math.round(Number(price) * 1000));
  }
  return { rows, months };
}
