import type { TenantTransaction } from '@shelfcast/database';
import { findOrAddCodes } from './find-or-add-codes.ts';
import { findOrAddSeries } from './find-or-add-series.ts';

/** What a row is about, by the retailer's own codes. */
export interface Coded {
  readonly product: string;
  readonly productName: string | null;
  readonly location: string;
}

/** More pairs than this and the book is begun anew: a bound on memory, some 60 MB. */
const MOST_PAIRS = 500_000;

/** The ids behind the codes of one import, looked up once. Belongs to one worker; dies with a failed transaction. */
export class CodeBook {
  readonly #products = new Map<string, number>();
  readonly #locations = new Map<string, number>();
  /** location → product → series. */
  readonly #series = new Map<number, Map<number, number>>();
  #pairs = 0;

  /** Makes sure that every row's codes are known, adding what the tenant does not have yet. */
  async learn(tx: TenantTransaction, rows: readonly Coded[]): Promise<void> {
    if (this.#pairs > MOST_PAIRS) this.#forget();
    const products = new Map<string, string | null>();
    const locations = new Map<string, string | null>();
    for (const row of rows) {
      if (!this.#products.has(row.product) && !products.get(row.product))
        products.set(row.product, row.productName);
      if (!this.#locations.has(row.location)) locations.set(row.location, null);
    }
    await this.learnCodes(tx, products, locations);
    const missing = new Map<number, Set<number>>();
    for (const row of rows) {
      const location = this.locationId(row.location);
      const product = this.productId(row.product);
      if (this.#series.get(location)?.has(product)) continue;
      const group = missing.get(location) ?? new Set();
      missing.set(location, group.add(product));
    }
    for (const found of await findOrAddSeries(tx, missing)) {
      const group = this.#series.get(found.location_id) ?? new Map();
      this.#series.set(found.location_id, group.set(found.product_id, found.series_id));
      this.#pairs++;
    }
  }

  /** Makes sure that products and locations are known, each by itself, with the names that they may take. */
  async learnCodes(
    tx: TenantTransaction,
    products: ReadonlyMap<string, string | null>,
    locations: ReadonlyMap<string, string | null>,
  ): Promise<void> {
    await findOrAddCodes(tx, 'product', unknown(products, this.#products), this.#products);
    await findOrAddCodes(tx, 'location', unknown(locations, this.#locations), this.#locations);
  }

  productId(code: string): number {
    return this.#products.get(code)!;
  }

  locationId(code: string): number {
    return this.#locations.get(code)!;
  }

  seriesId(row: Coded): number {
    return this.#series.get(this.locationId(row.location))!.get(this.productId(row.product))!;
  }

  #forget(): void {
    this.#products.clear();
    this.#locations.clear();
    this.#series.clear();
    this.#pairs = 0;
  }
}

function unknown(
  wanted: ReadonlyMap<string, string | null>,
  known: ReadonlyMap<string, number>,
): Map<string, string | null> {
  return new Map([...wanted].filter(([code]) => !known.has(code)));
}
