import { PassThrough, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Database, TenantTransaction } from '@shelfcast/database';
import type { TenantId } from '@shelfcast/domain';

/**
 * Streams what is read within one transaction, which ends with the stream, also when the reader goes away. For results
 * of bounded size: a slow reader keeps the transaction open.
 */
export function tenantStream(
  database: Database,
  tenant: TenantId,
  read: (tx: TenantTransaction) => AsyncIterable<string>,
): Readable {
  const out = new PassThrough();
  database
    .withTenant(tenant, (tx) => pipeline(read(tx), out), { readOnly: true })
    .catch((error: Error) => out.destroy(error));
  return out;
}
