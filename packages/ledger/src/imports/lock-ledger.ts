import type { TenantTransaction } from '@shelfcast/database';

/** Until this transaction ends, nobody else commits, undoes or takes an import of the tenant. */
export async function lockLedger(tx: TenantTransaction): Promise<void> {
  await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('shelfcast.ledger ' || $1, 0))`, [tx.tenant]);
}
