import { randomUUID } from 'node:crypto';
import type { Database, TenantTransaction } from '@shelfcast/database';
import { type TenantId, tenantId } from '@shelfcast/domain';

export interface NewTenant {
  readonly name: string;
  /** IANA name; decides when a business day ends. Default UTC. */
  readonly timeZone?: string;
  /** ISO 4217, where all its money is in one. */
  readonly currency?: string;
}

export interface Tenant {
  readonly tenant: TenantId;
  readonly name: string;
  readonly timeZone: string;
  readonly currency: string | null;
}

/** Makes a tenant with nobody in it. Throws a RangeError where there is no such time zone. */
export async function createTenant(database: Database, { name, timeZone, currency }: NewTenant) {
  const zone = new Intl.DateTimeFormat('en', { timeZone: timeZone ?? 'UTC' }).resolvedOptions().timeZone;
  const tenant = tenantId(randomUUID());
  await database.withTenant(tenant, (tx) =>
    tx.sql
      .insertInto('tenant')
      .values({ tenant_id: tenant, name, time_zone: zone, currency: currency ?? null })
      .execute(),
  );
  return tenant;
}

/** The transaction's tenant; undefined where there is none of this id. */
export async function readTenant({ sql, tenant }: TenantTransaction): Promise<Tenant | undefined> {
  const row = await sql
    .selectFrom('tenant')
    .select(['name', 'time_zone', 'currency'])
    .where('tenant_id', '=', tenant)
    .executeTakeFirst();
  return row && { tenant, name: row.name, timeZone: row.time_zone, currency: row.currency };
}
