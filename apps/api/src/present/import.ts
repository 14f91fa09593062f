import type { Import } from '@shelfcast/contract';
import type { ImportRow } from '@shelfcast/ledger';

/** An import as the API shows it: without the blob's key and without leases. */
export function presentImport(row: ImportRow): Import {
  return {
    import: row.import_id,
    state: row.state,
    file_name: row.file_name,
    file_bytes: row.file_bytes,
    content_sha256: row.content_sha256,
    kind: row.kind,
    layout: row.layout,
    bytes_read: row.bytes_read,
    rows_in: row.rows_in,
    rows_loaded: row.rows_loaded,
    rows_skipped: row.rows_skipped,
    rows_rejected: row.rows_rejected,
    rows_superseded: row.rows_superseded,
    skipped_by_cause: { ...row.skipped_by_cause },
    rejected_by_cause: { ...row.rejected_by_cause },
    same_as: row.same_as,
    correction_of: row.correction_of,
    first_sold_on: row.first_sold_on,
    last_sold_on: row.last_sold_on,
    run: row.run_id,
    failure: row.failure,
    created_by: row.created_by,
    created_at: row.created_at.toISOString(),
    started_at: row.started_at?.toISOString() ?? null,
    finished_at: row.finished_at?.toISOString() ?? null,
  };
}

/** States an import does not leave by itself. */
export function importEnded({ state }: Pick<Import, 'state'>): boolean {
  return state !== 'queued' && state !== 'surveying' && state !== 'loading';
}
