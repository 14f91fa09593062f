import { randomUUID } from 'node:crypto';
import type { Database, TenantTransaction } from '@shelfcast/database';
import type { TenantId } from '@shelfcast/domain';
import type { Scope } from '../accounts/roles.ts';
import { hashKey, newKey, prefixOf } from './key-text.ts';

/** A key as it is listed: everything but the key. */
export interface ApiKey {
  readonly keyId: string;
  readonly name: string;
  readonly prefix: string;
  readonly scopes: readonly Scope[];
  readonly createdAt: Date;
  readonly revokedAt: Date | null;
  /** To the minute. */
  readonly lastUsedAt: Date | null;
}

export interface NewApiKey {
  readonly name: string;
  readonly scopes: readonly Scope[];
}

/** Who calls. */
export interface KeyHolder {
  readonly tenant: TenantId;
  readonly keyId: string;
  readonly name: string;
  readonly scopes: readonly Scope[];
}

/** Makes a key. The result is the only time the key itself is seen. */
export function createApiKey(tx: TenantTransaction, wanted: NewApiKey) {
  return insertApiKey(tx, wanted, newKey().key);
}

/** Stores a key that was made before (the demo's, kept in a file beside the data). */
export async function insertApiKey(
  tx: TenantTransaction,
  { name, scopes }: NewApiKey,
  key: string,
): Promise<ApiKey & { key: string }> {
  const prefix = prefixOf(key);
  if (!prefix) throw new RangeError('This text has not the form of an API key.');
  const row = await tx.sql
    .insertInto('api_key')
    .values({
      tenant_id: tx.tenant,
      key_id: randomUUID(),
      name,
      prefix,
      key_hash: hashKey(key),
      scopes: [...scopes],
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  return { ...shown(row), key };
}

/** Newest first; revoked ones stay in the list. */
export async function listApiKeys(tx: TenantTransaction): Promise<ApiKey[]> {
  const rows = await tx.sql
    .selectFrom('api_key')
    .selectAll()
    .where('tenant_id', '=', tx.tenant)
    .orderBy('created_at', 'desc')
    .orderBy('key_id')
    .execute();
  return rows.map(shown);
}

/** Ends a key for good. False where the tenant has no such key; a second time changes nothing. */
export async function revokeApiKey(tx: TenantTransaction, keyId: string): Promise<boolean> {
  const rows = await tx.query(
    `UPDATE shelfcast.api_key SET revoked_at = coalesce(revoked_at, now())
     WHERE tenant_id = $1 AND key_id::text = $2 RETURNING key_id`,
    [tx.tenant, keyId],
  );
  return rows.length === 1;
}

/** Who holds this key; undefined where it is none, unknown or revoked. */
export async function verifyApiKey(database: Database, key: string): Promise<KeyHolder | undefined> {
  if (!prefixOf(key)) return undefined;
  const [found] = await database.gate.tenantOfKey(hashKey(key));
  if (!found) return undefined;
  const { tenant_id: tenant, key_id: keyId } = found;
  return database.withTenant(tenant, async (tx) => {
    // The time of use is kept to the minute: a write for every request would cost more than the request.
    const [row] = await tx.query<{ name: string; scopes: Scope[]; stale: boolean }>(
      `SELECT name, scopes, last_used_at IS NULL OR last_used_at < now() - interval '1 minute' AS stale
       FROM shelfcast.api_key WHERE tenant_id = $1 AND key_id = $2 AND revoked_at IS NULL`,
      [tenant, keyId],
    );
    if (!row) return undefined;
    if (row.stale) {
      await tx.query(
        'UPDATE shelfcast.api_key SET last_used_at = now() WHERE tenant_id = $1 AND key_id = $2',
        [tenant, keyId],
      );
    }
    return { tenant, keyId, name: row.name, scopes: row.scopes };
  });
}

interface ApiKeyRow {
  key_id: string;
  name: string;
  prefix: string;
  scopes: string[];
  created_at: Date;
  revoked_at: Date | null;
  last_used_at: Date | null;
}

function shown(row: ApiKeyRow): ApiKey {
  return {
    keyId: row.key_id,
    name: row.name,
    prefix: row.prefix,
    scopes: row.scopes as Scope[],
    createdAt: row.created_at,
    revokedAt: row.revoked_at,
    lastUsedAt: row.last_used_at,
  };
}
