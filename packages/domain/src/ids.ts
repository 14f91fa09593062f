/** Ids that cross rooms. Branded, so that a tenant's id can't be handed in where a user's is meant. */

declare const brand: unique symbol;
type Branded<Base, Name extends string> = Base & { readonly [brand]: Name };

/** A tenant: one retailer. A lower-case UUID. */
export type TenantId = Branded<string, 'TenantId'>;
/** A person who signs in. A lower-case UUID. */
export type UserId = Branded<string, 'UserId'>;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Returns `text` as a tenant's id, or throws a RangeError: nothing unvalidated may reach `SET LOCAL`. */
export function tenantId(text: string): TenantId {
  if (!UUID.test(text)) throw new RangeError('A tenant id is a lower-case UUID.');
  return text as TenantId;
}

/** Returns `text` as a user's id, or throws a RangeError. */
export function userId(text: string): UserId {
  if (!UUID.test(text)) throw new RangeError('A user id is a lower-case UUID.');
  return text as UserId;
}
