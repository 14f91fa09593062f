import { type ErrorKind, uploadErrors } from '@shelfcast/domain';
import { codeFault, readCode, readName } from '../layouts/check-code.ts';
import { findColumn, plainName } from '../layouts/find-column.ts';
import type { Layout, ReadingContext, ReadRow } from '../layouts/layout.ts';
import type { Recognised } from '../layouts/recognise.ts';
import { rejectedRow } from '../layouts/reject.ts';
import { MAX_AMOUNT } from '../limits.ts';
import type { Table } from '../table.ts';
import { unfold } from '../unfold.ts';
import { readDecimal } from '../values/read-number.ts';
import { variantReader } from './variants.ts';

const SIGNATURE = ['handle', 'title', 'option1name', 'option1value', 'sku', 'coo'];
/** Columns that are no location: those of the variant, and of the export of all quantities. */
const NO_LOCATION =
  /^(handle|title|option[123](name|value)|sku|hscode|coo|location|binname|(incoming|unavailable|committed|available|onhand)(noteditable|current|new)?)$/;
const ON_HAND = ['onhandcurrent', 'onhand', 'onhandnew', 'available', 'availablenoteditable'];
const VARIANT = {
  title: ['title'],
  options: [1, 2, 3].map((n) => [[`option${n}name`], [`option${n}value`]] as const),
};

/**
 * Stock as the Shopify admin exports it (help.shopify.com, “Exporting or importing inventory with a CSV file”): a column a location
 * with what is available there, or a row a variant and location with all quantities. It names no day, and so is of the day of
 * the import; `not stocked` is no stock of nothing.
 */
export function shopifyInventory(table: Table): Recognised | undefined {
  const names = new Set(table.columns.map(plainName));
  if (!SIGNATURE.every((name) => names.has(name))) return undefined;
  if (names.has('location') && ON_HAND.some((name) => names.has(name)))
    return { table, layout: layoutOf(table) };
  const columns = table.columns.flatMap((name, at) =>
    name.trim() === '' || NO_LOCATION.test(plainName(name)) ? [] : [{ at, stands: name.trim() }],
  );
  if (columns.length === 0) return undefined;
  const long = unfold(table, { columns, names: ['Location', 'On hand'] });
  return { table: long, layout: layoutOf(long) };
}

const layoutOf = ({ columns }: Table): Layout => ({
  kind: 'stock',
  name: 'shopify-inventory',
  mapping: {},
  columnsUsed: columns,
  dateColumn: '',
  reader,
});

function reader({ columns, comma, today }: ReadingContext): ReadRow {
  const at = (names: readonly string[]) => columns.indexOf(findColumn(columns, names)!);
  const [sku, location, onHand] = [at(['sku']), at(['location']), at(ON_HAND)];
  const variant = variantReader(columns, VARIANT);
  return (row, fields, sink) => {
    const reject = (column: number, kind: ErrorKind) => {
      sink.rejected.push(rejectedRow(row, columns[column], fields[column], kind));
    };
    const { name } = variant(fields);
    const product = readCode(fields[sku]) || name;
    const productWrong = codeFault(product);
    if (productWrong) return reject(sku, productWrong);
    const place = readCode(fields[location]);
    const placeWrong = codeFault(place);
    if (placeWrong) return reject(location, placeWrong);
    const text = fields[onHand].trim();
    if (text === '' || /^not stocked$/i.test(text)) {
      const cause = text === '' ? uploadErrors.no_value : uploadErrors.not_stocked;
      sink.skipped.push({ row, cause: cause.code });
      return;
    }
    const units = readDecimal(text, comma);
    if (units === undefined) return reject(onHand, uploadErrors.not_a_number);
    if (Math.abs(Number(units)) > MAX_AMOUNT) return reject(onHand, uploadErrors.implausible_number);
    sink.facts.push({
      kind: 'stock',
      row,
      product,
      productName: readName(name),
      location: place,
      day: today,
      onHand: Number(units),
      out: null,
    });
  };
}
