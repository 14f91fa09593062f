import type { Database } from '@shelfcast/database';
import type { TenantId, UserId } from '@shelfcast/domain';
import { setMembership } from './accounts/memberships.ts';
import { createTenant, type NewTenant } from './accounts/tenants.ts';
import { createUser, setPassword } from './accounts/users.ts';
import { insertApiKey, verifyApiKey } from './keys/api-keys.ts';
import { verifyPassword } from './passwords/password-hash.ts';

export interface DemoOptions {
  readonly tenant: NewTenant;
  readonly email: string;
  readonly userName: string;
  /** Kept by the caller beside the data, like the key (`newKey().key`). */
  readonly password: string;
  readonly key: string;
}

/** Makes the demo's tenant, owner and key where they are missing; brings the password back to the given one. */
export async function ensureDemoTenant(
  database: Database,
  { tenant: wanted, email, userName, password, key }: DemoOptions,
): Promise<{ tenant: TenantId; user: UserId }> {
  const [known] = await database.gate.userByEmail(email);
  const user = known?.user_id ?? (await createUser(database, { email, name: userName, password }));
  if (known) await restorePassword(database, user, password);
  const [home] = await database.gate.tenantsOfUser(user);
  const tenant = home?.tenant_id ?? (await createTenant(database, wanted));
  const holder = await verifyApiKey(database, key);
  await database.withTenant(tenant, async (tx) => {
    if (!home) await setMembership(tx, user, 'owner');
    if (!holder) await insertApiKey(tx, { name: 'Demo', scopes: ['read', 'write', 'admin'] }, key);
  });
  return { tenant, user };
}

async function restorePassword(database: Database, user: UserId, password: string): Promise<void> {
  const row = await database.withUser(user, (tx) =>
    tx.sql.selectFrom('app_user').select('password_hash').where('user_id', '=', user).executeTakeFirst(),
  );
  if (row && (await verifyPassword(password, row.password_hash)).valid) return;
  await setPassword(database, user, password);
}
