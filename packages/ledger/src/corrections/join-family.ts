import type { TenantTransaction } from '@shelfcast/database';
import { correctedImport } from './corrected-import.ts';
import { committedCorrections } from './family.ts';
import { numberAmongOriginals } from './number-among-originals.ts';
import { refuseDoubledLines } from './refuse-doubled-lines.ts';

/**
 * Makes the lines of a loaded correction lines of the file that it corrects, and hides those that an earlier correction of the
 * same rows has brought. Returns how many it hides. Throws `upload.nothing_to_correct` where that file was undone meanwhile.
 */
export async function joinFamily(tx: TenantTransaction, original: number, importId: number): Promise<number> {
  await correctedImport(tx, original);
  const earlier = await committedCorrections(tx, original);
  await refuseDoubledLines(tx, importId, [original, ...earlier]);
  await numberAmongOriginals(tx, importId, [original, ...earlier]);
  if (earlier.length === 0) return 0;
  const [{ count }] = await tx.query<{ count: number }>(
    `WITH hidden AS (
       UPDATE shelfcast.sale old SET superseded_by = $2 FROM shelfcast.sale new
       WHERE old.tenant_id = $1 AND new.tenant_id = $1 AND new.import_id = $2 AND old.import_id = ANY ($3::bigint[])
         AND old.row_no = new.row_no AND old.superseded_by IS NULL
       RETURNING 1)
     SELECT count(*) AS count FROM hidden`,
    [tx.tenant, importId, earlier],
  );
  return count;
}

/**
 * Lets go of what a correction hides of earlier corrections of the same rows: each such line stands again, or is hidden by what
 * hides this correction's own line of that row.
 */
export async function releaseFamily(tx: TenantTransaction, importId: number): Promise<void> {
  await tx.query(
    `UPDATE shelfcast.sale old SET superseded_by = new.superseded_by
     FROM shelfcast.sale new, shelfcast.import i, shelfcast.import mine
     WHERE mine.tenant_id = $1 AND mine.import_id = $2 AND mine.correction_of IS NOT NULL
       AND i.tenant_id = $1 AND i.correction_of = mine.correction_of
       AND old.tenant_id = $1 AND old.import_id = i.import_id AND old.superseded_by = $2
       AND new.tenant_id = $1 AND new.import_id = $2 AND new.row_no = old.row_no`,
    [tx.tenant, importId],
  );
}
