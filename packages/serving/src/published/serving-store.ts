import type { Level, TenantId } from '@shelfcast/domain';

/** One forecast, `body` being the JSON exactly as it is served. */
export interface PublishedItem {
  readonly level: Level;
  /** Series id, location id, or 0 for the total. */
  readonly key: number;
  readonly body: string;
}

/** A forecast of an earlier run, to be held against what then sold. */
export interface PastForecast {
  readonly run: number;
  readonly body: string;
}

/**
 * Published forecasts by tenant, run, level and key, and one pointer a tenant to the run that is served. Everything is asked
 * with a tenant; what another tenant owns is not there. Items of a run are invisible to readers who resolve the
 * pointer until it is advanced, and immutable then.
 */
export interface ServingStore {
  /** Writes items of a run. Writing the same item again changes nothing. */
  publish(tenant: TenantId, run: number, items: readonly PublishedItem[]): Promise<void>;
  /** Items of a run by level, counted where they stand. */
  count(tenant: TenantId, run: number): Promise<Record<Level, number>>;
  /** Moves the pointer to `run` if it stands at a smaller number or nowhere; false where it stands further. */
  advance(tenant: TenantId, run: number): Promise<boolean>;
  /** The run that is served now; undefined before the first. Resolve once a request, then keep it. */
  current(tenant: TenantId): Promise<number | undefined>;
  get(tenant: TenantId, run: number, level: Level, key: number): Promise<string | undefined>;
  /** Bodies by key; keys that are not there are missing from the map. */
  getMany(
    tenant: TenantId,
    run: number,
    level: Level,
    keys: readonly number[],
  ): Promise<ReadonlyMap<number, string>>;
  /** All items of a level in order of key, in pages: give the last key as `after`. For locations and the total. */
  list(
    tenant: TenantId,
    run: number,
    level: Level,
    page: { readonly after?: number; readonly limit: number },
  ): Promise<PublishedItem[]>;
  /** This item's forecasts of published runs, newest first, still kept, with run number below `before`. */
  past(
    tenant: TenantId,
    level: Level,
    key: number,
    options: { readonly limit: number; readonly before?: number },
  ): Promise<PastForecast[]>;
  /** Forgets the items of a run. Refuses (false) the run the pointer stands at. */
  remove(tenant: TenantId, run: number): Promise<boolean>;
}
