import type { Session } from '@shelfcast/contract';
import type { Database } from '@shelfcast/database';
import type { TenantId, UserId } from '@shelfcast/domain';
import { readTenant, readUser, roleOf } from '@shelfcast/identity';

/** Who is signed in, and where; undefined where either is gone. */
export async function presentSession(
  database: Database,
  user: UserId,
  tenant: TenantId,
): Promise<Session | undefined> {
  const person = await readUser(database, user);
  const place = await database.withTenant(
    tenant,
    async (tx) => ({ tenant: await readTenant(tx), role: await roleOf(tx, user) }),
    { readOnly: true },
  );
  if (!person || !place.tenant || !place.role) return undefined;
  return {
    user: person,
    tenant: {
      tenant,
      name: place.tenant.name,
      time_zone: place.tenant.timeZone,
      currency: place.tenant.currency,
    },
    role: place.role,
  };
}
