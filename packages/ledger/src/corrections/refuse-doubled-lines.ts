import type { TenantTransaction } from '@shelfcast/database';
import { uploadErrors } from '@shelfcast/domain';
import { hidden } from '../series/visible.ts';

/**
 * Takes lines out of a correction whose order has their line number in another row of the corrected file, or of one of its
 * other corrections: a line number stands once in a file, and the first row that bears it holds. They stay rejected, as
 * they were.
 *
 * @param family the corrected import, and its committed corrections
 */
export async function refuseDoubledLines(
  tx: TenantTransaction,
  importId: number,
  family: readonly [original: number, ...corrections: number[]],
): Promise<void> {
  const { code } = uploadErrors.duplicate_line;
  await tx.query(
    `WITH doubled AS (
       DELETE FROM shelfcast.sale line
       WHERE line.tenant_id = $1 AND line.import_id = $2 AND line.order_code IS NOT NULL AND line.line_code IS NOT NULL
         AND EXISTS (
           SELECT FROM shelfcast.sale other
           WHERE other.tenant_id = $1 AND other.import_id = ANY ($3::bigint[]) AND other.source_id = line.source_id
             AND other.order_code = line.order_code AND other.line_code = line.line_code AND other.row_no <> line.row_no
             AND NOT ${hidden('other', 'h.superseded_by = ANY ($3::bigint[])')})
       RETURNING line.row_no, line.line_code),
     kept AS (
       INSERT INTO shelfcast.import_reject (tenant_id, import_id, row_no, field, value, cause, remedy, cells)
       SELECT $1, $2, d.row_no, 'line', d.line_code, $5,
         'Give it a line number of its own, or leave it out: another row of the file with this number is loaded.', r.cells
       FROM doubled d LEFT JOIN shelfcast.import_reject r
         ON r.tenant_id = $1 AND r.import_id = $4 AND r.row_no = d.row_no)
     UPDATE shelfcast.import SET rows_loaded = rows_loaded - n, rows_rejected = rows_rejected + n,
       rejected_by_cause = rejected_by_cause || jsonb_build_object($5::text,
         coalesce((rejected_by_cause ->> $5::text)::bigint, 0) + n)
     FROM (SELECT count(*) AS n FROM doubled) AS counted
     WHERE import.tenant_id = $1 AND import.import_id = $2 AND n > 0`,
    [tx.tenant, importId, family, family[0], code],
  );
}
