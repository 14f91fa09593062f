import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Database, TenantTransaction } from '@shelfcast/database';
import { ledgerErrors, ShelfcastError, type TenantId } from '@shelfcast/domain';
import { importNotFound } from './find-imports.ts';
import { IMPORT_COLUMNS, type ImportRow } from './import-row.ts';
import { lockLedger } from './lock-ledger.ts';

/** A worker that is silent for so long is taken for dead. Long against a pause, short against a wait. */
export const LEASE_SECONDS = 15;
const BEAT_MILLISECONDS = 4_000;
const POLL_MILLISECONDS = 250;

/** What a lease is taken for; the import's state while it is held. */
export type LeasedWork = 'surveying' | 'loading';

/** The right to work on one import, until it is released or runs out. */
export interface Lease {
  readonly owner: string;
  /** The import as it stood when the lease was taken, its checkpoint included. */
  readonly row: ImportRow;
  /** Ends the beating; with `free`, lets the next worker in at once. */
  end(options?: { free?: boolean }): Promise<void>;
}

/**
 * Takes the lease of an import. Waits while another import of the tenant is loading, or this one elsewhere: a
 * tenant's imports go one after the other. Returns the row alone where the import has ended.
 */
export async function takeLease(
  database: Database,
  tenant: TenantId,
  importId: number,
  work: LeasedWork,
  signal?: AbortSignal,
): Promise<Lease | { readonly ended: ImportRow }> {
  const owner = randomUUID();
  for (;;) {
    const taken = await database.withTenant(tenant, (tx) => tryToTake(tx, importId, owner, work));
    if (taken && taken.state !== work) return { ended: taken };
    if (taken) return beating(database, tenant, taken, owner);
    await sleep(POLL_MILLISECONDS, undefined, { signal }).catch((error) => {
      throw signal?.aborted ? interrupted(importId) : error;
    });
  }
}

async function tryToTake(
  tx: TenantTransaction,
  importId: number,
  owner: string,
  work: LeasedWork,
): Promise<ImportRow | undefined> {
  await lockLedger(tx);
  const [row] = await tx.query<ImportRow & { free: boolean }>(
    `SELECT ${IMPORT_COLUMNS}, lease_until IS NULL OR lease_until < clock_timestamp() AS free
     FROM shelfcast.import WHERE tenant_id = $1 AND import_id = $2 FOR UPDATE`,
    [tx.tenant, importId],
  );
  if (!row) return importNotFound(importId);
  if (row.state !== work && (row.state !== 'queued' || row.review !== (work === 'surveying'))) return row;
  const others = await tx.query(
    `SELECT FROM shelfcast.import
     WHERE tenant_id = $1 AND import_id <> $2 AND state = 'loading' AND lease_until > clock_timestamp() LIMIT 1`,
    [tx.tenant, importId],
  );
  // Loads of a tenant go one after the other; a survey writes nothing and waits for none.
  if (!row.free || (work === 'loading' && others.length > 0)) return undefined;
  const [taken] = await tx.query<ImportRow>(
    `UPDATE shelfcast.import SET state = $4, started_at = coalesce(started_at, now()), lease_owner = $3,
       lease_until = clock_timestamp() + make_interval(secs => ${LEASE_SECONDS})
     WHERE tenant_id = $1 AND import_id = $2 RETURNING ${IMPORT_COLUMNS}`,
    [tx.tenant, importId, owner, work],
  );
  return taken;
}

function beating(database: Database, tenant: TenantId, row: ImportRow, owner: string): Lease {
  let beat: Promise<unknown> = Promise.resolve();
  const extend = (seconds: number) =>
    database.withTenant(tenant, (tx) =>
      // A chunk or the commit holds the row: then it is alive, and its own transaction extends the lease.
      tx.query(
        `UPDATE shelfcast.import SET lease_until = clock_timestamp() + make_interval(secs => $4)
         WHERE tenant_id = $1 AND import_id = (
           SELECT import_id FROM shelfcast.import
           WHERE tenant_id = $1 AND import_id = $2 AND lease_owner = $3 AND state IN ('surveying', 'loading')
           FOR UPDATE SKIP LOCKED)`,
        [tenant, row.import_id, owner, seconds],
      ),
    );
  const timer = setInterval(() => {
    // A beat that fails is no harm by itself: the next chunk says what is wrong with the database.
    beat = extend(LEASE_SECONDS).catch(() => {});
  }, BEAT_MILLISECONDS);
  timer.unref();
  return {
    owner,
    row,
    async end({ free = false } = {}) {
      clearInterval(timer);
      await beat;
      if (free) await extend(0).catch(() => {});
    },
  };
}

/** Locks the import's row for this transaction and proves that the lease still holds. Throws `ledger.lease_lost`. */
export async function holdLease(tx: TenantTransaction, importId: number, owner: string): Promise<ImportRow> {
  const [row] = await tx.query<ImportRow>(
    `UPDATE shelfcast.import SET lease_until = clock_timestamp() + make_interval(secs => ${LEASE_SECONDS})
     WHERE tenant_id = $1 AND import_id = $2 AND lease_owner = $3 AND state IN ('surveying', 'loading')
     RETURNING ${IMPORT_COLUMNS}`,
    [tx.tenant, importId, owner],
  );
  if (row) return row;
  throw new ShelfcastError(ledgerErrors.lease_lost, {
    detail: `Import ${importId} is in the hands of another worker now.`,
    remedy: 'Nothing is to be done: the other worker goes on from the last checkpoint.',
  });
}

export function interrupted(importId: number): ShelfcastError {
  return new ShelfcastError(ledgerErrors.interrupted, {
    detail: `Loading import ${importId} was stopped.`,
    remedy: 'It goes on from its last checkpoint when a worker takes it again.',
  });
}
