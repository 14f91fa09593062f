import type { TenantTransaction } from '@shelfcast/database';

/**
 * Appends the lines in `arriving` to the ledger, each counted on from those of its key that earlier transactions of the
 * import have brought. Returns the lines that stand there already under their line number: those are not appended.
 */
export async function appendLines(
  tx: TenantTransaction,
  target: { readonly importId: number; readonly sourceId: number },
  known: { readonly maybeEarlier: boolean; readonly numberedByFile: boolean },
): Promise<{ readonly row_no: number; readonly line_code: string }[]> {
  const mine = [tx.tenant, target.importId];
  const doubled =
    known.maybeEarlier && known.numberedByFile
      ? await tx.query<{ row_no: number; line_code: string }>(TAKE_OUT_DOUBLED, mine)
      : [];
  if (known.maybeEarlier) await tx.query(COUNT_ON, mine);
  // A sort of a whole transaction's lines; the server's default is for requests.
  await tx.query(`SELECT set_config('work_mem', '64MB', true)`);
  await tx.query(APPEND, [...mine, target.sourceId]);
  return doubled;
}

/** An order has each line once: of rows with one line number the first holds, which an earlier transaction has brought. */
const TAKE_OUT_DOUBLED = `
  DELETE FROM pg_temp.arriving a
  WHERE a.maybe_earlier AND a.line_code IS NOT NULL AND EXISTS (
    SELECT FROM shelfcast.sale s
    WHERE s.tenant_id = $1 AND s.order_code = a.order_code AND s.import_id + 0 = $2 AND s.line_code = a.line_code)
  RETURNING row_no, line_code`;

/** Counts on from the last of a key: series and day, or order and product. Nearly all are certain to be new and not looked up. */
const COUNT_ON = `
  UPDATE pg_temp.arriving a SET nth = a.nth + coalesce(CASE WHEN a.order_code IS NULL THEN (
      SELECT max(s.ordinal) FROM shelfcast.sale s
      WHERE s.tenant_id = $1 AND s.series_id = a.series_id AND s.sold_on = a.sold_on AND s.import_id + 0 = $2
        AND s.order_code IS NULL)
    ELSE (
      SELECT max(s.ordinal) FROM shelfcast.sale s
      WHERE s.tenant_id = $1 AND s.order_code = a.order_code AND s.product_id = a.product_id AND s.import_id + 0 = $2
        AND s.line_code IS NULL) END, 0)
  WHERE a.maybe_earlier AND a.line_code IS NULL`;

/** In the order of the index on series: a page of it that many lines go to is touched once. */
const APPEND = `
  INSERT INTO shelfcast.sale (tenant_id, import_id, source_id, row_no, ordinal, series_id, product_id, sold_on, returned_on,
    units, revenue, unit, currency, order_code, line_code)
  SELECT $1::uuid, $2::bigint, $3::integer, a.row_no, a.nth, a.series_id, a.product_id, a.sold_on, a.returned_on, a.units,
    a.revenue, a.unit, a.currency, a.order_code, a.line_code
  FROM pg_temp.arriving a ORDER BY a.series_id, a.sold_on`;
