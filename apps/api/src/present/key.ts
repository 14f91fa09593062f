import type { Key } from '@shelfcast/contract';
import type { ApiKey } from '@shelfcast/identity';

export function presentKey(key: ApiKey): Key {
  return {
    key: key.keyId,
    name: key.name,
    prefix: key.prefix,
    scopes: [...key.scopes],
    created_at: key.createdAt.toISOString(),
    last_used_at: key.lastUsedAt?.toISOString() ?? null,
    revoked_at: key.revokedAt?.toISOString() ?? null,
  };
}
