import type { Scope } from '@shelfcast/contract';
import type { TenantId, UserId } from '@shelfcast/domain';

/** Who asks, once authenticated: a person in a tenant, or a key of a tenant. */
export type Principal = {
  readonly tenant: TenantId;
  readonly scopes: readonly Scope[];
  /** As shown beside what they did. */
  readonly name: string;
} & ({ readonly kind: 'user'; readonly user: UserId } | { readonly kind: 'key'; readonly key: string });
