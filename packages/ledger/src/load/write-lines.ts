import type { TenantTransaction } from '@shelfcast/database';
import { type Day, formatDay, type RejectedRow, type SaleLine, uploadErrors } from '@shelfcast/domain';
import type { CodeBook } from './code-book.ts';
import { type CopyText, copyRows, copyText } from './copy-text.ts';
import { type NumberedLine, numberLines } from './number-lines.ts';
import type { SeenKeys } from './seen-keys.ts';

/**
 * Writes sale lines of an import, numbered among their equals. They arrive in a temporary table (COPY into a table under
 * row-level security is refused) and are appended. Returns the lines that stand in the file twice under one line
 * number: those are not written.
 */
export async function writeLines(
  tx: TenantTransaction,
  target: { readonly importId: number; readonly sourceId: number },
  lines: readonly SaleLine[],
  codes: CodeBook,
  seen: SeenKeys,
): Promise<RejectedRow[]> {
  if (lines.length === 0) return [];
  const { numbered, doubled } = numberLines(lines, codes, seen);
  await tx.query(
    `CREATE TEMPORARY TABLE arriving (
       row_no integer NOT NULL, nth integer NOT NULL, maybe_earlier boolean NOT NULL, series_id bigint NOT NULL,
       product_id bigint NOT NULL, sold_on date NOT NULL, returned_on date, units double precision NOT NULL,
       revenue numeric, unit text NOT NULL, currency text, order_code text, line_code text) ON COMMIT DROP`,
  );
  await tx.copyFrom('COPY pg_temp.arriving FROM STDIN', copyRows(numbered, serialiser(codes)));
  const values = [tx.tenant, target.importId, target.sourceId];
  const rejected = doubled.map(({ row, line }) => doubledRow(row, line!));
  if (numbered.some(({ maybeEarlier }) => maybeEarlier)) {
    const again = numbered.some(({ line }) => line.line !== null) ? await takeOutDoubled(tx, values) : [];
    rejected.push(...again.map(({ row_no, line_code }) => doubledRow(row_no, line_code)));
    await tx.query(APPEND_AFTER_EARLIER, values);
  }
  await tx.query(APPEND_NEW, values);
  await tx.query('DROP TABLE pg_temp.arriving');
  return rejected;
}

function serialiser(codes: CodeBook): (numbered: NumberedLine) => string {
  const days = new Map<Day, string>();
  const dayText = (day: Day): string => {
    let text = days.get(day);
    if (text === undefined) {
      text = formatDay(day);
      days.set(day, text);
    }
    return text;
  };
  const orNull = (text: string | null): CopyText => (text === null ? '\\N' : copyText(text));
  return ({ line, nth, maybeEarlier }) =>
    `${line.row}\t${nth}\t${maybeEarlier ? 't' : 'f'}\t${codes.seriesId(line)}\t${codes.productId(line.product)}\t${dayText(
      line.soldOn,
    )}\t${line.returnedOn === null ? '\\N' : dayText(line.returnedOn)}\t${line.units}\t${line.revenue ?? '\\N'}\t${copyText(
      line.unit,
    )}\t${orNull(line.currency)}\t${orNull(line.order)}\t${orNull(line.line)}\n`;
}

const COLUMNS = `tenant_id, import_id, source_id, row_no, ordinal, series_id, product_id, sold_on, returned_on, units,
  revenue, unit, currency, order_code, line_code`;
const VALUES = (
  ordinal: string,
) => `$1::uuid, $2::bigint, $3::integer, a.row_no, ${ordinal}, a.series_id, a.product_id,
  a.sold_on, a.returned_on, a.units, a.revenue, a.unit, a.currency, a.order_code, a.line_code`;

/** Lines whose key this import can't have brought before: nearly all, as lines of an order stand together. */
const APPEND_NEW = `
  INSERT INTO shelfcast.sale (${COLUMNS})
  SELECT ${VALUES('a.nth')} FROM pg_temp.arriving a WHERE NOT a.maybe_earlier`;

/**
 * The others are counted on from the last of their key: source + series + day + the how-manieth, or source + order +
 * product + the how-manieth.
 */
const APPEND_AFTER_EARLIER = `
  INSERT INTO shelfcast.sale (${COLUMNS})
  SELECT ${VALUES('a.nth + coalesce(by_day.ordinal, by_order.ordinal, 0)')}
  FROM pg_temp.arriving a
  LEFT JOIN LATERAL (
    SELECT s.ordinal FROM shelfcast.sale s
    WHERE a.order_code IS NULL AND s.tenant_id = $1 AND s.series_id = a.series_id AND s.sold_on = a.sold_on
      AND s.import_id = $2 AND s.order_code IS NULL
    ORDER BY s.ordinal DESC LIMIT 1) by_day ON true
  LEFT JOIN LATERAL (
    SELECT s.ordinal FROM shelfcast.sale s
    WHERE a.line_code IS NULL AND s.tenant_id = $1 AND s.source_id = $3 AND s.order_code = a.order_code
      AND s.product_id = a.product_id AND s.import_id = $2 AND s.line_code IS NULL
    ORDER BY s.ordinal DESC LIMIT 1) by_order ON true
  WHERE a.maybe_earlier`;

/** An order has each line once: of rows with one line number the first holds, which an earlier batch has brought. */
function takeOutDoubled(
  tx: TenantTransaction,
  values: unknown[],
): Promise<{ row_no: number; line_code: string }[]> {
  return tx.query(
    `DELETE FROM pg_temp.arriving a
     WHERE a.maybe_earlier AND a.line_code IS NOT NULL AND EXISTS (
       SELECT FROM shelfcast.sale s
       WHERE s.tenant_id = $1 AND s.source_id = $3 AND s.order_code = a.order_code AND s.import_id = $2
         AND s.line_code = a.line_code)
     RETURNING row_no, line_code`,
    values,
  );
}

function doubledRow(row: number, line: string): RejectedRow {
  return {
    row,
    field: 'line',
    value: line,
    cause: uploadErrors.duplicate_line.code,
    remedy: 'Keep the row that is right; the first of them was loaded.',
  };
}
