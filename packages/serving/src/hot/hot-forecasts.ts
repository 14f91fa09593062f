import type { Level, TenantId } from '@shelfcast/domain';
import { LRUCache } from 'lru-cache';
import type { ServingStore } from '../published/serving-store.ts';

/** The reads that come by the thousand a second, answered from this process's memory where it can. */
export interface HotForecasts {
  /** The run that is served. After a flip the one before may be named for POINTER_MILLISECONDS. */
  current(tenant: TenantId): Promise<number | undefined>;
  /** As ServingStore's, of a published run: its items don't change any more. */
  get(tenant: TenantId, run: number, level: Level, key: number): Promise<string | undefined>;
  getMany(
    tenant: TenantId,
    run: number,
    level: Level,
    keys: readonly number[],
  ): Promise<ReadonlyMap<number, string>>;
}

export interface HotForecastsOptions {
  /** What the bodies may take, about. */
  readonly memoryBytes?: number;
  /** Milliseconds that only grow. */
  readonly now?: () => number;
}

/** At most five seconds are promised for a flip to be seen, over all tiers. */
export const POINTER_MILLISECONDS = 2_000;
/** An item that is not there: long enough to stop a flood of wrong ids, short should a store be late with its news. */
const ABSENT_MILLISECONDS = 5_000;
const MEMORY_BYTES = 64 * 2 ** 20;
/** A key, an entry and its links, beside the body. */
const ENTRY_BYTES = 300;
const MOST_TENANTS = 20_000;

/** What stands for an item that the store does not have. */
const ABSENT = Symbol('absent');
type Found = string | typeof ABSENT;

/**
 * Reads through the memory of this process. Keys carry tenant and run, so that no entry can answer for another tenant and a new
 * run needs no invalidation. Many that ask for the same missing item at once wait for one read of the store. While
 * the store is down, what is known goes on being served.
 */
export function hotForecasts(
  store: ServingStore,
  { memoryBytes = MEMORY_BYTES, now = () => performance.now() }: HotForecastsOptions = {},
): HotForecasts {
  const clock = { perf: { now }, ttlResolution: 0 };
  const pointers = new LRUCache<TenantId, { readonly run: number | undefined }>({
    ...clock,
    max: MOST_TENANTS,
    ttl: POINTER_MILLISECONDS,
    fetchMethod: async (tenant) => ({ run: await store.current(tenant) }),
    allowStaleOnFetchRejection: true,
  });
  const items = new LRUCache<string, Found, Item>({
    ...clock,
    maxSize: memoryBytes,
    sizeCalculation: (found) => ENTRY_BYTES + (found === ABSENT ? 0 : found.length),
    fetchMethod: async (_key, _stale, { options, context: { tenant, run, level, key } }) => {
      const body = await store.get(tenant, run, level, key);
      if (body === undefined) options.ttl = ABSENT_MILLISECONDS;
      return body ?? ABSENT;
    },
  });
  const bodyOf = (found: Found | undefined) => (found === ABSENT ? undefined : found);

  return {
    async current(tenant) {
      return (await pointers.fetch(tenant))?.run;
    },

    async get(tenant, run, level, key) {
      const item = { tenant, run, level, key };
      return bodyOf(await items.fetch(nameOf(item), { context: item }));
    },

    async getMany(tenant, run, level, keys) {
      const found = new Map<number, string>();
      const missing: number[] = [];
      for (const key of keys) {
        const known = items.get(nameOf({ tenant, run, level, key }));
        if (known === undefined) missing.push(key);
        else if (known !== ABSENT) found.set(key, known);
      }
      if (missing.length === 0) return found;
      const read = await store.getMany(tenant, run, level, missing);
      for (const key of missing) {
        const body = read.get(key);
        const ttl = body === undefined ? ABSENT_MILLISECONDS : undefined;
        items.set(nameOf({ tenant, run, level, key }), body ?? ABSENT, { ttl });
        if (body !== undefined) found.set(key, body);
      }
      return found;
    },
  };
}

interface Item {
  readonly tenant: TenantId;
  readonly run: number;
  readonly level: Level;
  readonly key: number;
}

/** Ids have no slashes. */
const nameOf = ({ tenant, run, level, key }: Item): string => `${tenant}/${run}/${level}/${key}`;
