import type { TenantTransaction } from '@shelfcast/database';
import { type Day, type Fact, formatDay } from '@shelfcast/domain';
import type { CodeBook } from '../load/code-book.ts';
import { copyRows } from '../load/copy-text.ts';
import { eventFacts } from './kinds/events.ts';
import type { FactIds, FactTable } from './kinds/fact-table.ts';
import { hoursFacts } from './kinds/hours.ts';
import { locationFacts } from './kinds/locations.ts';
import { priceFacts } from './kinds/prices.ts';
import { productFacts } from './kinds/products.ts';
import { stockFacts } from './kinds/stock.ts';

const FACT_TABLES: { readonly [Kind in Fact['kind']]: FactTable<Extract<Fact, { kind: Kind }>> } = {
  product: productFacts,
  location: locationFacts,
  price: priceFacts,
  stock: stockFacts,
  hours: hoursFacts,
  event: eventFacts,
};

/** The tables that facts stand in, each with its import's number. */
export const FACT_TABLE_NAMES: readonly string[] = Object.values(FACT_TABLES).map(({ name }) => name);

/**
 * Writes what a batch says beside sales. Products and locations that the tenant does not have yet are added under their
 * codes; series are not: what is in stock, or has a price, and was never sold is not to be forecast.
 */
export async function writeFacts(
  tx: TenantTransaction,
  importId: number,
  facts: readonly Fact[],
  codes: CodeBook,
): Promise<void> {
  if (facts.length === 0) return;
  await learn(tx, facts, codes);
  const days = new Map<Day, string>();
  const ids: FactIds = {
    product: (code) => codes.productId(code),
    location: (code) => (code === null ? 0 : codes.locationId(code)),
    day(day) {
      if (day === null) return null;
      const text = days.get(day) ?? formatDay(day);
      days.set(day, text);
      return text;
    },
  };
  for (const [kind, group] of Map.groupBy(facts, (fact) => fact.kind))
    await writeKind(tx, importId, FACT_TABLES[kind] as FactTable<Fact>, group, ids);
}

async function learn(tx: TenantTransaction, facts: readonly Fact[], codes: CodeBook): Promise<void> {
  const products = new Map<string, string | null>();
  const locations = new Map<string, string | null>();
  for (const fact of facts) {
    if ('product' in fact) {
      // A file of products names them once it is committed; a name beside something else fills a gap, as sales' do.
      const name = fact.kind === 'stock' ? fact.productName : null;
      products.set(fact.product, products.get(fact.product) ?? name);
    }
    if ('location' in fact && fact.location !== null) locations.set(fact.location, null);
  }
  await codes.learnCodes(tx, products, locations);
}

async function writeKind(
  tx: TenantTransaction,
  importId: number,
  table: FactTable<Fact>,
  facts: readonly Fact[],
  ids: FactIds,
): Promise<void> {
  await tx.query(`CREATE TEMPORARY TABLE arriving_fact (${table.arriving}) ON COMMIT DROP`);
  await tx.copyFrom(
    'COPY pg_temp.arriving_fact FROM STDIN',
    copyRows(facts, (fact) => table.lines(fact, ids).join('')),
  );
  await tx.query(table.append, [tx.tenant, importId]);
  await tx.query('DROP TABLE pg_temp.arriving_fact');
}
