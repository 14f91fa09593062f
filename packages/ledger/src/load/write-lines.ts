import type { TenantTransaction } from '@shelfcast/database';
import { type Day, formatDay, type RejectedRow, type SaleLine, uploadErrors } from '@shelfcast/domain';
import type { CodeBook } from './code-book.ts';
import { type CopyText, copyRows, copyText } from './copy-text.ts';

/**
 * Writes sale lines of an import. They arrive in a temporary table (COPY into a table under row-level security is
 * refused), are numbered among their equals, and appended. Returns the lines that stand in the file twice under
 * one line number: those are not written.
 */
export async function writeLines(
  tx: TenantTransaction,
  target: { readonly importId: number; readonly sourceId: number },
  lines: readonly SaleLine[],
  codes: CodeBook,
): Promise<RejectedRow[]> {
  if (lines.length === 0) return [];
  await tx.query(
    `CREATE TEMPORARY TABLE arriving (
       row_no integer NOT NULL, series_id bigint NOT NULL, product_id bigint NOT NULL, sold_on date NOT NULL,
       returned_on date, units double precision NOT NULL, revenue numeric, unit text NOT NULL, currency text,
       order_code text, line_code text) ON COMMIT DROP`,
  );
  await tx.copyFrom('COPY pg_temp.arriving FROM STDIN', copyRows(lines, serialiser(codes)));
  const values = [tx.tenant, target.importId, target.sourceId];
  const doubled = lines.some((line) => line.line !== null) ? await takeOutDoubled(tx, values) : [];
  if (lines.some((line) => line.order === null)) await tx.query(APPEND_WITHOUT_ORDER, values);
  if (lines.some((line) => line.order !== null)) await tx.query(APPEND_WITH_ORDER, values);
  await tx.query('DROP TABLE pg_temp.arriving');
  return doubled;
}

function serialiser(codes: CodeBook): (line: SaleLine) => string {
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
  return (line) =>
    `${line.row}\t${codes.seriesId(line)}\t${codes.productId(line.product)}\t${dayText(line.soldOn)}\t${
      line.returnedOn === null ? '\\N' : dayText(line.returnedOn)
    }\t${line.units}\t${line.revenue ?? '\\N'}\t${copyText(line.unit)}\t${orNull(line.currency)}\t${orNull(
      line.order,
    )}\t${orNull(line.line)}\n`;
}

const COLUMNS = `tenant_id, import_id, source_id, row_no, ordinal, series_id, product_id, sold_on, returned_on, units,
  revenue, unit, currency, order_code, line_code`;
const VALUES = `$1::uuid, $2::bigint, $3::integer, a.row_no, a.nth + coalesce(earlier.ordinal, 0), a.series_id,
  a.product_id, a.sold_on, a.returned_on, a.units, a.revenue, a.unit, a.currency, a.order_code, a.line_code`;

/** The key is source + series + day + the how-manieth in this file; earlier chunks have counted up to `ordinal`. */
const APPEND_WITHOUT_ORDER = `
  INSERT INTO shelfcast.sale (${COLUMNS})
  SELECT ${VALUES}
  FROM (
    SELECT *, row_number() OVER (PARTITION BY series_id, sold_on ORDER BY row_no) AS nth
    FROM pg_temp.arriving WHERE order_code IS NULL) a
  LEFT JOIN LATERAL (
    SELECT s.ordinal FROM shelfcast.sale s
    WHERE s.tenant_id = $1 AND s.series_id = a.series_id AND s.sold_on = a.sold_on AND s.import_id = $2
      AND s.order_code IS NULL
    ORDER BY s.ordinal DESC LIMIT 1) earlier ON true`;

/** The key is source + order + line, or source + order + product + the how-manieth in this file. */
const APPEND_WITH_ORDER = `
  INSERT INTO shelfcast.sale (${COLUMNS})
  SELECT ${VALUES}
  FROM (
    SELECT *, row_number() OVER (PARTITION BY order_code, product_id, line_code ORDER BY row_no) AS nth
    FROM pg_temp.arriving WHERE order_code IS NOT NULL) a
  LEFT JOIN LATERAL (
    SELECT s.ordinal FROM shelfcast.sale s
    WHERE s.tenant_id = $1 AND s.source_id = $3 AND s.order_code = a.order_code AND s.product_id = a.product_id
      AND s.import_id = $2 AND s.line_code IS NULL AND a.line_code IS NULL
    ORDER BY s.ordinal DESC LIMIT 1) earlier ON true`;

/** An order has each line once: of rows with one line number the first holds. */
async function takeOutDoubled(tx: TenantTransaction, values: unknown[]): Promise<RejectedRow[]> {
  const rows = await tx.query<{ row_no: number; line_code: string }>(
    `DELETE FROM pg_temp.arriving a
     WHERE a.line_code IS NOT NULL AND (
       EXISTS (SELECT FROM pg_temp.arriving b
         WHERE b.order_code = a.order_code AND b.line_code = a.line_code AND b.row_no < a.row_no)
       OR EXISTS (SELECT FROM shelfcast.sale s
         WHERE s.tenant_id = $1 AND s.source_id = $3 AND s.order_code = a.order_code AND s.import_id = $2
           AND s.line_code = a.line_code))
     RETURNING row_no, line_code`,
    values,
  );
  return rows.map((row) => ({
    row: row.row_no,
    field: 'line',
    value: row.line_code,
    cause: uploadErrors.duplicate_line.code,
    remedy: 'Keep the row that is right; the first of them was loaded.',
  }));
}
