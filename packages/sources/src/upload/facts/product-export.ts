import { type ErrorKind, type ProductFact, uploadErrors } from '@shelfcast/domain';
import { codeFault, readCode, readName } from '../layouts/check-code.ts';
import { findColumn, plainName } from '../layouts/find-column.ts';
import type { Layout, ReadingContext, ReadRow } from '../layouts/layout.ts';
import { rejectedRow } from '../layouts/reject.ts';
import { inheritWithinOrder } from '../layouts/tills/inherit.ts';
import type { Names } from '../layouts/tills/till.ts';
import { attributeName, readValue } from './attributes.ts';
import { variantReader } from './variants.ts';

/** A catalogue that a shop or a till exports, as data. A row is a product, or a variant of one. */
export interface ProductExport {
  readonly name: string;
  /** Plain header names that no other export has together. */
  readonly signature: Names;
  /** Columns of the code, as the sales of the same system have it: where one is empty in a row the next is read. */
  readonly product: readonly Names[];
  readonly title: Names;
  /** Columns of options (`Size`: `L`): of the name and of the value. */
  readonly options: readonly (readonly [name: Names, value: Names])[];
  /** One column that names the variant, where the options don't. */
  readonly variation?: Names;
  /** Whether the title of a variant names its options already. */
  readonly wholeTitle?: boolean;
  readonly attributes: Readonly<Record<string, Names>>;
  /** The column that all rows of a product share, and those that only its first row fills. */
  readonly sharedBy?: { readonly column: string; readonly once: Names };
  /** Columns of which a row that is a product fills one; others add pictures. */
  readonly filledBy?: Names;
  /** A column that says that this is a gift card. */
  readonly giftCard?: string;
}

/** The layout of `known` where `columns` bear its signature, else null. */
export function productExportLayout(known: ProductExport, columns: readonly string[]): Layout | null {
  const names = new Set(columns.map(plainName));
  if (!known.signature.every((name) => names.has(name))) return null;
  return {
    kind: 'products',
    name: known.name,
    mapping: {},
    columnsUsed: columns,
    dateColumn: '',
    rowsDepend: known.sharedBy !== undefined,
    reader: (context) => reader(known, context),
  };
}

function reader(known: ProductExport, { columns, rowsAlone }: ReadingContext): ReadRow {
  const at = (names: Names): number => columns.indexOf(findColumn(columns, names) ?? ' ');
  const text = (fields: readonly string[], column: number) => (column < 0 ? '' : fields[column].trim());
  const products = known.product.map(at).filter((column) => column >= 0);
  const filledBy = (known.filledBy ?? []).map((name) => at([name])).filter((column) => column >= 0);
  const giftCard = known.giftCard === undefined ? -1 : at([known.giftCard]);
  const attributes = Object.entries(known.attributes).map(([name, names]) => ({ name, at: at(names) }));
  const variant = variantReader(columns, known);
  const inherit =
    !rowsAlone &&
    known.sharedBy &&
    inheritWithinOrder(
      at([known.sharedBy.column]),
      known.sharedBy.once.map((name) => at([name])),
    );

  const factOf = (row: number, fields: readonly string[], product: string): ProductFact => {
    const found: Record<string, string> = {};
    for (const one of attributes) {
      const value = readValue(text(fields, one.at));
      if (value !== null) found[one.name] = value;
    }
    const { name, options } = variant(fields);
    for (const [option, value] of options) {
      const attribute = attributeName(option);
      found[attribute in found ? `option_${attribute}` : attribute] = readName(value)!;
    }
    return { kind: 'product', row, product, name: readName(name), attributes: found };
  };

  return (row, fields, sink) => {
    const skip = (cause: ErrorKind) => void sink.skipped.push({ row, cause: cause.code });
    const isProduct = filledBy.length === 0 || filledBy.some((column) => text(fields, column) !== '');
    if (inherit) inherit(fields);
    if (!isProduct) return skip(uploadErrors.no_value);
    if (/^(true|yes|y|1)$/i.test(text(fields, giftCard))) return skip(uploadErrors.not_a_product);
    const coded = products.find((column) => readCode(text(fields, column)) !== '');
    const product = coded === undefined ? variant(fields).name : readCode(fields[coded]);
    const wrong = codeFault(product);
    const column = coded ?? products[0] ?? at(known.title);
    if (wrong) sink.rejected.push(rejectedRow(row, columns[column] ?? '', product, wrong));
    else sink.facts.push(factOf(row, fields, product));
  };
}
