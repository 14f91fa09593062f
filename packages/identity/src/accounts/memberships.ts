import type { Database, TenantTransaction } from '@shelfcast/database';
import { authErrors, ShelfcastError, type TenantId, type UserId } from '@shelfcast/domain';
import type { Role } from './roles.ts';
import { readTenant } from './tenants.ts';

/** A tenant that a person may work in, and as what. */
export interface Membership {
  readonly tenant: TenantId;
  readonly tenantName: string;
  readonly role: Role;
}

/** Lets a person into the tenant, or changes their role. Throws `auth.last_owner`. */
export async function setMembership(tx: TenantTransaction, user: UserId, role: Role): Promise<void> {
  if (role !== 'owner') await keepAnOwner(tx, user);
  await tx.sql
    .insertInto('membership')
    .values({ tenant_id: tx.tenant, user_id: user, role })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'user_id']).doUpdateSet({ role }))
    .execute();
}

/** Puts a person out of the tenant, which ends their sessions in it. Throws `auth.last_owner`. */
export async function removeMembership(tx: TenantTransaction, user: UserId): Promise<boolean> {
  await keepAnOwner(tx, user);
  const { numDeletedRows } = await tx.sql
    .deleteFrom('membership')
    .where('tenant_id', '=', tx.tenant)
    .where('user_id', '=', user)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

/** Undefined where the person has nothing to do with the tenant. */
export async function roleOf(tx: TenantTransaction, user: UserId): Promise<Role | undefined> {
  const row = await tx.sql
    .selectFrom('membership')
    .select('role')
    .where('tenant_id', '=', tx.tenant)
    .where('user_id', '=', user)
    .executeTakeFirst();
  return row?.role;
}

/** Every tenant of a person, oldest membership first. */
export async function membershipsOf(database: Database, user: UserId): Promise<Membership[]> {
  const memberships: Membership[] = [];
  for (const { tenant_id: tenant } of await database.gate.tenantsOfUser(user)) {
    const found = await database.withTenant(tenant, async (tx) => ({
      role: await roleOf(tx, user),
      name: (await readTenant(tx))?.name,
    }));
    if (found.role && found.name) memberships.push({ tenant, tenantName: found.name, role: found.role });
  }
  return memberships;
}

/** The lock on the tenant's owners lets two owners not leave at the same moment. */
async function keepAnOwner(tx: TenantTransaction, leaving: UserId): Promise<void> {
  const owners = await tx.sql
    .selectFrom('membership')
    .select('user_id')
    .where('tenant_id', '=', tx.tenant)
    .where('role', '=', 'owner')
    .forUpdate()
    .execute();
  if (owners.length !== 1 || owners[0].user_id !== leaving) return;
  throw new ShelfcastError(authErrors.last_owner, {
    detail: 'This is the only owner of the tenant.',
    remedy: 'Make somebody else an owner first.',
  });
}
