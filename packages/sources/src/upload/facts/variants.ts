import { findColumn } from '../layouts/find-column.ts';
import type { Names } from '../layouts/tills/till.ts';

/** Where a catalogue says of which variant a row is. */
export interface VariantColumns {
  readonly title: Names;
  readonly options: readonly (readonly [name: Names, value: Names])[];
  readonly variation?: Names;
  readonly wholeTitle?: boolean;
}

export interface Variant {
  /** As order exports name a line: `Shirt - L / Blue`. It is the code of a product without one. */
  readonly name: string;
  readonly options: readonly (readonly [option: string, value: string])[];
}

/** What catalogues write where a product has no variants. */
const NO_VARIANT = /^(default title|default|regular|normal)$/i;

/** Reads a row's variant. `columns` are those that the fields stand for. */
export function variantReader(
  columns: readonly string[],
  known: VariantColumns,
): (fields: readonly string[]) => Variant {
  const at = (names: Names = []) => columns.indexOf(findColumn(columns, names) ?? ' ');
  const text = (fields: readonly string[], column: number) => (column < 0 ? '' : fields[column].trim());
  const [title, variation] = [at(known.title), at(known.variation)];
  const pairs = known.options.map(([name, value]) => [at(name), at(value)] as const);
  return (fields) => {
    const options: [string, string][] = [];
    for (const [name, value] of pairs) {
      const chosen = text(fields, value);
      if (chosen !== '' && !NO_VARIANT.test(chosen)) options.push([text(fields, name) || 'option', chosen]);
    }
    const named = text(fields, variation);
    const parts = variation < 0 ? options.map(([, value]) => value) : NO_VARIANT.test(named) ? [] : [named];
    const behind = known.wholeTitle ? '' : parts.filter((part) => part !== '').join(' / ');
    const name = [text(fields, title), behind].filter((part) => part !== '').join(' - ');
    // `Title` is what Shopify calls the option of a product that has none.
    return { name, options: options.filter(([option]) => !/^title$/i.test(option)) };
  };
}
