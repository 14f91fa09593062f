import type { Database } from '@shelfcast/database';
import { LRUCache } from 'lru-cache';
import { type KeyHolder, verifyApiKey } from './api-keys.ts';
import { hashKey } from './key-text.ts';

/** Who holds a key, remembered for a while: a request by key costs no read of the database. */
export interface KeyChecks {
  /** Who holds this key; undefined where it is none, unknown or revoked. */
  holderOf(key: string): Promise<KeyHolder | undefined>;
  /** Forgets a key that was revoked here. Other processes notice within REMEMBERED_MILLISECONDS. */
  forget(keyId: string): void;
}

/** A revoked key must be refused everywhere within five seconds. */
export const REMEMBERED_MILLISECONDS = 4_000;
const MOST_KEYS = 50_000;

/**
 * Checks keys through the memory of this process, which holds their hashes only. Nobody is let in on an old answer while the
 * database is down: it may have been revoked.
 */
export function keyChecks(database: Database, now: () => number = () => performance.now()): KeyChecks {
  const checked = new LRUCache<string, { readonly holder: KeyHolder | undefined }, string>({
    max: MOST_KEYS,
    ttl: REMEMBERED_MILLISECONDS,
    perf: { now },
    ttlResolution: 0,
    fetchMethod: async (_hash, _stale, { context: key }) => ({ holder: await verifyApiKey(database, key) }),
  });
  return {
    holderOf: async (key) => (await checked.fetch(hashKey(key).toString('base64'), { context: key }))?.holder,
    forget(keyId) {
      for (const [hash, { holder }] of checked.entries()) if (holder?.keyId === keyId) checked.delete(hash);
    },
  };
}
