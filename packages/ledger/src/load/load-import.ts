import type { BlobStore } from '@shelfcast/blobs';
import type { Database } from '@shelfcast/database';
import { ledgerErrors, parseDay, ShelfcastError, type TenantId, type UploadOpener } from '@shelfcast/domain';
import { correctedImport } from '../corrections/corrected-import.ts';
import type { ImportRow } from '../imports/import-row.ts';
import { interrupted, type Lease, takeLease } from '../imports/lease.ts';
import { analyseAfter, WORTH_ANALYSING_ROWS } from './analyse.ts';
import { beginImport } from './begin-import.ts';
import { CodeBook } from './code-book.ts';
import { commitImport } from './commit-import.ts';
import { failImport } from './fail-import.ts';
import { endAsUnchanged } from './find-same-import.ts';
import { keepDoubledRows } from './keep-doubled-rows.ts';
import { readAhead } from './read-ahead.ts';
import { recallKeys } from './recall-keys.ts';
import { SeenKeys } from './seen-keys.ts';
import { stageBlob } from './stage-blob.ts';
import { transactionsOf } from './transactions-of.ts';
import { writeBatches } from './write-batch.ts';

export interface LoadOptions {
  /** How a file is opened: `openUpload` of packages/sources, handed in by the app. */
  readonly openUpload: UploadOpener;
  /** Called after each checkpoint, and at the end. */
  readonly onProgress?: (row: ImportRow) => void;
  /** Stops at the next checkpoint with `ledger.interrupted`; the next worker goes on from there. */
  readonly signal?: AbortSignal;
  /** Most rows in a transaction. */
  readonly batchRows?: number;
}

/** Rows that are parsed, numbered and sent to the database in one go: enough to be worth their round trips. */
const BATCH_ROWS = 25_000;
/** Parsed while the database appends a transaction; some 50 MB. */
const BATCHES_AHEAD = 6;
/**
 * Lines of a transaction are appended in the order of the index on series: of a retailer with half a million series only a large
 * one has several lines for a page. It takes about three seconds, a fifth of the lease.
 */
const MOST_ROWS = 200_000;

/**
 * Loads an import to its end, from wherever an earlier worker left it, and returns it committed, unchanged or failed.
 * What is wrong with the file ends it as `failed`; anything else (a database that is down) is thrown, and the import
 * can be loaded again. Calling it for an import that has ended changes nothing.
 */
export async function loadImport(
  database: Database,
  blobs: BlobStore,
  tenant: TenantId,
  importId: number,
  options: LoadOptions,
): Promise<ImportRow> {
  const lease = await takeLease(database, tenant, importId, 'loading', options.signal);
  if ('ended' in lease) return lease.ended;
  let ended: ImportRow | undefined;
  try {
    ended = await loadUnderLease(database, blobs, tenant, lease, options);
    return ended;
  } catch (error) {
    if (!(error instanceof ShelfcastError) || !isVerdict(error)) throw error;
    ended = await database.withTenant(tenant, (tx) => failImport(tx, importId, lease.owner, error));
    options.onProgress?.(ended);
    return ended;
  } finally {
    await lease.end({ free: ended === undefined });
  }
}

/** Whether an error is about the file, and so will be the same however often it is loaded. */
function isVerdict(error: ShelfcastError): boolean {
  return error.kind.code.startsWith('upload.') || error.kind === ledgerErrors.file_lost;
}

async function loadUnderLease(
  database: Database,
  blobs: BlobStore,
  tenant: TenantId,
  lease: Lease,
  { openUpload, onProgress, signal, batchRows = MOST_ROWS }: LoadOptions,
): Promise<ImportRow> {
  const { owner, row } = lease;
  const importId = row.import_id;
  const unchanged = await database.withTenant(tenant, (tx) => endAsUnchanged(tx, importId, owner));
  if (unchanged) {
    onProgress?.(unchanged);
    return unchanged;
  }
  await using file = await stageBlob(blobs, row.blob_key, row.file_name);
  // The day the import was created, not today's: a resumed import judges every row alike.
  const today = parseDay(row.created_at.toISOString().slice(0, 10))!;
  const upload = await openUpload(file.path, {
    fileName: row.file_name,
    mapping: row.mapping,
    today,
    batchRows: Math.min(batchRows, BATCH_ROWS),
    correctedImport: (original) => database.withTenant(tenant, (tx) => correctedImport(tx, original)),
  });
  const sourceId = await database.withTenant(tenant, (tx) => beginImport(tx, importId, owner, upload));
  const target = { importId, sourceId, owner };
  const codes = new CodeBook();
  const seen = new SeenKeys(row.file_bytes);
  if (row.rows_in > 0) await database.withTenant(tenant, (tx) => recallKeys(tx, importId, seen));
  // Of an attempt that was cut off, too: after a crash PostgreSQL has forgotten that it should analyse.
  let written = row.rows_loaded;
  const batches = readAhead(upload.read(row.rows_in), BATCHES_AHEAD);
  for await (const transaction of transactionsOf(batches, batchRows, signal)) {
    const after = await database.withTenant(tenant, (tx) =>
      writeBatches(tx, target, transaction, codes, seen),
    );
    written = after.rows_loaded;
    onProgress?.(after);
  }
  if (signal?.aborted) throw interrupted(importId);
  await keepDoubledRows(database, tenant, importId, upload);
  if (written >= WORTH_ANALYSING_ROWS) await database.withTenant(tenant, (tx) => analyseAfter(tx, importId));
  const committed = await database.withTenant(tenant, (tx) => commitImport(tx, target));
  onProgress?.(committed);
  return committed;
}
