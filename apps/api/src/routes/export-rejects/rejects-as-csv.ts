import type { TenantTransaction } from '@shelfcast/database';
import { CORRECTION_COLUMNS, DATE_CHECK, errorCatalogue, type RejectedRow } from '@shelfcast/domain';
import { readRejects, readRejectsShape } from '@shelfcast/ledger';
import { csvLine } from '../../csv.ts';

/** Without it spreadsheets take UTF-8 for the code page of their country. */
const BYTE_ORDER_MARK = '\ufeff';

/**
 * The rejected rows of an import as a file that can be corrected and sent again: the columns of their own file, and to the
 * right of them which row each is, what is wrong and what to do. Separated as their file was, where a spreadsheet of
 * its country expects that. A row that could not be kept whole has only the columns to the right.
 */
export async function* rejectsAsCsv(tx: TenantTransaction, importId: number): AsyncGenerator<string> {
  const { kept, correctedImport, delimiter } = await readRejectsShape(tx, importId);
  const separator = delimiter === ';' ? ';' : ',';
  yield BYTE_ORDER_MARK + csvLine([...kept, ...Object.values(CORRECTION_COLUMNS)], separator);
  for await (const rejects of readRejects(tx, importId))
    yield rejects
      .map((reject) => {
        const cells = reject.cells ?? kept.map(() => '');
        return csvLine([...cells, ...whatIsWrong(reject, correctedImport)], separator);
      })
      .join('');
}

/** In the order of CORRECTION_COLUMNS. */
function whatIsWrong({ row, field, value, cause, remedy, cells }: RejectedRow, importId: number) {
  const title = errorCatalogue.get(cause)?.title ?? cause;
  return [
    importId,
    row > 0 ? row : null,
    field,
    value === '' ? title : `${title}: “${value}”`,
    cells ? remedy : `${remedy} The row could not be kept: copy it from your file.`,
    DATE_CHECK,
  ];
}
