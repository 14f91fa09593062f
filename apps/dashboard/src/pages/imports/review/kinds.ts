import type { Import, Mapping } from '@shelfcast/contract';

export type Kind = Import['kind'];

/** A column that a file of a kind may have: its meaning as the API names it, and as people do. */
export interface MeantColumn {
  readonly name: string;
  readonly label: string;
  readonly hint: string;
  readonly required?: boolean;
}

const product: MeantColumn = {
  name: 'product',
  label: 'Product',
  hint: 'The code that its sales have.',
  required: true,
};
const location: MeantColumn = {
  name: 'location',
  label: 'Location',
  hint: 'The store; without it, all of them.',
};
const from: MeantColumn = { name: 'from', label: 'First day', hint: 'Since when it holds.' };
const to: MeantColumn = { name: 'to', label: 'Last day', hint: 'Included; empty where it stays open.' };
const name: MeantColumn = { name: 'name', label: 'Name', hint: 'As people call it.' };

/** What a file can hold, and which columns then mean something. */
export const KINDS: Readonly<
  Record<Kind, { readonly label: string; readonly columns: readonly MeantColumn[] }>
> = {
  sales: {
    label: 'Sales',
    columns: [
      { name: 'date', label: 'Date', hint: 'When it was sold.', required: true },
      { name: 'product', label: 'Product', hint: 'A code or a name.', required: true },
      { name: 'value', label: 'Units', hint: 'How many were sold.', required: true },
      { name: 'location', label: 'Location', hint: 'The store, where there are several.' },
      { name: 'revenue', label: 'Money', hint: 'What the line took in.' },
      { name: 'order', label: 'Receipt', hint: 'Keeps the same sale from counting twice.' },
    ],
  },
  products: { label: 'Products and what they are like', columns: [product, name] },
  locations: {
    label: 'Locations',
    columns: [
      { ...location, hint: 'The code that its sales have.', required: true },
      name,
      { name: 'country', label: 'Country', hint: 'Tells which holidays it keeps.' },
      { name: 'region', label: 'Region', hint: 'State or province.' },
      { name: 'place', label: 'Calendar', hint: 'A code such as DE-BY.' },
    ],
  },
  prices: {
    label: 'Prices and promotions',
    columns: [
      product,
      location,
      from,
      to,
      { name: 'date', label: 'Day', hint: 'Where each row is of one day.' },
      { name: 'price', label: 'Price', hint: 'What customers pay.' },
      { name: 'reduced_price', label: 'Reduced price', hint: 'While the promotion lasts.' },
      { name: 'promotion', label: 'Promotion', hint: 'A name, yes or no.' },
      { name: 'discount', label: 'Discount', hint: 'A percentage.' },
    ],
  },
  stock: {
    label: 'Stock',
    columns: [
      product,
      location,
      { name: 'date', label: 'Day', hint: 'Without it, the day of this import.' },
      { name: 'on_hand', label: 'Units in stock', hint: 'At the end of the day.' },
      { name: 'out', label: 'Out of stock', hint: 'Yes or no.' },
      { name: 'from', label: 'Out from', hint: 'Of a list of stock-outs.' },
      { name: 'to', label: 'Out until', hint: 'The last day without stock.' },
    ],
  },
  hours: {
    label: 'Opening hours and closures',
    columns: [
      location,
      { name: 'weekday', label: 'Weekday', hint: 'Of usual hours.' },
      from,
      to,
      { name: 'opens', label: 'Opens', hint: 'Such as 09:00.' },
      { name: 'closes', label: 'Closes', hint: 'Such as 18:00.' },
      { name: 'hours', label: 'Hours', hint: 'Both in one column.' },
      { name: 'closed', label: 'Closed', hint: 'Yes or no.' },
    ],
  },
  events: {
    label: 'Events',
    columns: [
      { ...name, required: true },
      { ...from, required: true },
      to,
      location,
      { name: 'yearly', label: 'Every year', hint: 'Yes or no.' },
    ],
  },
};

/** The mapping that says it: columns by meaning, and the habits (date order, sheet) that were known already. */
export function mappingOf(
  kind: Kind,
  chosen: Readonly<Record<string, string>>,
  { columns: before = {}, date_order, sheet, day_ends_at }: Mapping,
): Mapping {
  const habits = {
    ...(date_order && { date_order }),
    ...(sheet && { sheet }),
    ...(day_ends_at && { day_ends_at }),
  };
  if (kind === 'sales')
    return {
      kind,
      product: [chosen.product!],
      date: chosen.date!,
      value: chosen.value!,
      ...(chosen.location && { location: [chosen.location] }),
      revenue: chosen.revenue || null,
      order: chosen.order || null,
      ...habits,
    };
  // What was recognised and is not wanted has to be said; what was never there is left to recognition.
  const said = KINDS[kind].columns.filter((column) => chosen[column.name] || before[column.name]);
  return {
    kind,
    columns: Object.fromEntries(said.map((column) => [column.name, chosen[column.name] ?? ''])),
    ...habits,
  };
}
