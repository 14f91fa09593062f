import type { TenantTransaction } from '@shelfcast/database';
import type { ChangedLines } from '../load/location-days.ts';
import { mark } from '../load/supersede.ts';
import { correctedImport } from './corrected-import.ts';
import { committedCorrections } from './family.ts';
import { numberAmongOriginals } from './number-among-originals.ts';
import { refuseDoubledLines } from './refuse-doubled-lines.ts';

/**
 * Makes the lines of a loaded correction lines of the file that it corrects, and hides those that an earlier correction of the
 * same rows has brought. Returns what it hides. Throws `upload.nothing_to_correct` where that file was undone meanwhile.
 */
export async function joinFamily(
  tx: TenantTransaction,
  original: number,
  importId: number,
): Promise<ChangedLines> {
  await correctedImport(tx, original);
  const earlier = await committedCorrections(tx, original);
  await refuseDoubledLines(tx, importId, [original, ...earlier]);
  await numberAmongOriginals(tx, importId, [original, ...earlier]);
  return mark(
    tx,
    importId,
    earlier,
    `shelfcast.sale earlier JOIN shelfcast.sale later ON later.row_no = earlier.row_no
     WHERE earlier.tenant_id = $1 AND later.tenant_id = $1 AND earlier.import_id = ANY ($3::bigint[]) AND later.import_id = $2`,
  );
}
