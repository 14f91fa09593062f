import type { TenantTransaction } from '@shelfcast/database';
import { type ColumnMapping, ledgerErrors, ShelfcastError } from '@shelfcast/domain';
import { getImport } from '../imports/find-imports.ts';
import { IMPORT_COLUMNS, type ImportRow } from '../imports/import-row.ts';
import { storedJson } from '../stored-json.ts';
import { readSurvey } from './read-survey.ts';

/** Lets a surveyed import be loaded as it was surveyed. Throws `ledger.not_waiting`. */
export async function confirmImport(tx: TenantTransaction, importId: number): Promise<ImportRow> {
  await waiting(tx, importId);
  const problem = (await readSurvey(tx, importId))?.problem;
  if (problem)
    throw new ShelfcastError(ledgerErrors.not_waiting, {
      detail: `Import ${importId} has an open question: ${problem.detail}`,
      remedy: 'Answer it by a mapping; the file is surveyed anew then.',
    });
  return move(tx, importId, `state = 'queued', review = false`);
}

/** Has a surveyed import surveyed anew, read by another mapping. Throws `ledger.not_waiting`. */
export async function remapImport(
  tx: TenantTransaction,
  importId: number,
  mapping: ColumnMapping | null,
): Promise<ImportRow> {
  await waiting(tx, importId);
  return move(tx, importId, `state = 'queued', review = true, survey = NULL, layout = NULL, mapping = $3`, [
    mapping && storedJson(mapping),
  ]);
}

/** Ends a surveyed import without loading it. Its file may go. Throws `ledger.not_waiting`. */
export async function discardImport(tx: TenantTransaction, importId: number): Promise<ImportRow> {
  await waiting(tx, importId);
  return move(tx, importId, `state = 'discarded', finished_at = now()`);
}

async function waiting(tx: TenantTransaction, importId: number): Promise<void> {
  await tx.query('SELECT FROM shelfcast.import WHERE tenant_id = $1 AND import_id = $2 FOR UPDATE', [
    tx.tenant,
    importId,
  ]);
  const row = await getImport(tx, importId);
  if (row.state === 'surveyed') return;
  throw new ShelfcastError(ledgerErrors.not_waiting, {
    detail: `Import ${importId} is ${row.state}; only one that was surveyed waits for a decision.`,
    remedy: 'Look at its state, or upload the file again.',
  });
}

async function move(
  tx: TenantTransaction,
  importId: number,
  changes: string,
  values: readonly unknown[] = [],
): Promise<ImportRow> {
  const [row] = await tx.query<ImportRow>(
    `UPDATE shelfcast.import SET ${changes} WHERE tenant_id = $1 AND import_id = $2 RETURNING ${IMPORT_COLUMNS}`,
    [tx.tenant, importId, ...values],
  );
  return row;
}
