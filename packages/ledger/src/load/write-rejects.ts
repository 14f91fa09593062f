import type { TenantTransaction } from '@shelfcast/database';
import type { RejectedRow } from '@shelfcast/domain';
import { storedJson } from '../stored-json.ts';

/** Rows kept for the person who corrects them. Counts by cause go on beyond; nobody corrects more by hand. */
export const MAX_STORED_REJECTS = 100_000;

/** Stores rejected rows, as long as the import has fewer than MAX_STORED_REJECTS. */
export async function writeRejects(
  tx: TenantTransaction,
  importId: number,
  rejected: readonly RejectedRow[],
  storedBefore: number,
): Promise<void> {
  const rows = rejected.slice(0, Math.max(0, MAX_STORED_REJECTS - storedBefore));
  if (rows.length === 0) return;
  await tx.query(
    `INSERT INTO shelfcast.import_reject (tenant_id, import_id, row_no, field, value, cause, remedy, cells)
     SELECT $1::uuid, $2::bigint, r.* FROM unnest($3::integer[], $4::text[], $5::text[], $6::text[], $7::text[],
       $8::jsonb[]) AS r`,
    [
      tx.tenant,
      importId,
      rows.map((row) => row.row),
      rows.map((row) => row.field),
      rows.map((row) => row.value),
      rows.map((row) => row.cause),
      rows.map((row) => row.remedy),
      rows.map((row) => (row.cells ? storedJson(row.cells) : null)),
    ],
  );
}
