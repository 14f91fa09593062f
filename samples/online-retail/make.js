// Makes sales.csv.gz from the original file: node make.js <online-retail.csv.gz> [sales.csv.gz]
// Needs Node 20 or newer and nothing else. The same input gives the same rows on every machine.
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync, gzipSync } from 'node:zlib';

/** As many as stay below 1.5 MB. */
const PRODUCTS = 235;
const COUNTRIES = new Set(['United Kingdom', 'EIRE', 'Germany', 'France']);
/** Everything but CustomerID: a forecast needs no people. */
const COLUMNS = ['InvoiceNo', 'StockCode', 'Description', 'Quantity', 'InvoiceDate', 'UnitPrice', 'Country'];
const NO_PRODUCT = /^(POST|DOT|M|BANK CHARGES|AMAZONFEE|D|C2|S|PADS|CRUK|B|gift_.*)$/i;

const [source, target = join(dirname(fileURLToPath(import.meta.url)), 'sales.csv.gz')] = process.argv.slice(2);
if (!source) {
  console.error('usage: node make.js <online-retail.csv.gz> [sales.csv.gz]');
  process.exit(2);
}

const [header, ...rows] = parse(gunzipSync(readFileSync(source)).toString('utf8'));
const at = Object.fromEntries(header.map((name, index) => [name, index]));
const inCountries = rows.filter((row) => COUNTRIES.has(row[at.Country]));

// Best-selling by invoice lines, then by the days they sold on: by units a product of one huge, mistaken order
// would be among them.
const days = new Map();
const lines = new Map();
for (const row of inCountries) {
  const code = row[at.StockCode].toUpperCase();
  if (NO_PRODUCT.test(code) || Number(row[at.Quantity]) <= 0 || Number(row[at.UnitPrice]) <= 0) continue;
  if (!days.has(code)) days.set(code, new Set());
  days.get(code).add(row[at.InvoiceDate].slice(0, 10));
  lines.set(code, (lines.get(code) ?? 0) + 1);
}
const best = new Set(
  [...days.keys()]
    .sort((a, b) => lines.get(b) - lines.get(a) || days.get(b).size - days.get(a).size || (a < b ? -1 : 1))
    .slice(0, PRODUCTS),
);

// Rows of these products, with their returns and corrections, and the postage that stands among them on UK invoices:
// the sample keeps the traps of the original.
const kept = inCountries.filter((row) => best.has(row[at.StockCode].toUpperCase()) || row[at.StockCode] === 'POST');
const text = [COLUMNS, ...kept.map((row) => COLUMNS.map((name) => row[at[name]]))]
  .map((row) => `${row.map(quoted).join(',')}\n`)
  .join('');
const bytes = gzipSync(text, { level: 9 });
writeFileSync(target, bytes);
console.log(`${kept.length} rows, ${best.size} products, ${COUNTRIES.size} countries, ${bytes.length} bytes`);

function quoted(field) {
  return /[",\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
}

/** RFC 4180 in twenty lines: the original is well-formed. */
function parse(text) {
  const rows = [];
  let row = [];
  let at = 0;
  while (at < text.length) {
    let field = '';
    if (text[at] === '"') {
      let close = text.indexOf('"', at + 1);
      while (text[close + 1] === '"') close = text.indexOf('"', close + 2);
      field = text.slice(at + 1, close).replaceAll('""', '"');
      at = close + 1;
    } else {
      let end = at;
      while (end < text.length && text[end] !== ',' && text[end] !== '\n' && text[end] !== '\r') end++;
      field = text.slice(at, end);
      at = end;
    }
    row.push(field);
    if (text[at] === '\r') at++;
    if (at >= text.length || text[at] === '\n') {
      rows.push(row);
      row = [];
    }
    at++;
  }
  return rows;
}
