import type { TenantTransaction } from '@shelfcast/database';
import { formatDay, type SaleBatch } from '@shelfcast/domain';
import { storedJson } from '../stored-json.ts';
import type { CodeBook } from './code-book.ts';
import { copyRows, copyText } from './copy-text.ts';

/** Writes what is known beside sales and of days to come. Of several rows for a series and day the last one holds. */
export async function writeDrivers(
  tx: TenantTransaction,
  importId: number,
  batch: SaleBatch,
  codes: CodeBook,
): Promise<void> {
  const rows: string[] = [];
  const add = (
    row: number,
    series: number,
    day: number,
    drivers: Readonly<Record<string, number>> | null,
  ) => {
    if (drivers === null || Object.keys(drivers).length === 0) return;
    rows.push(`${row}\t${series}\t${formatDay(day)}\t${copyText(storedJson(drivers))}\n`);
  };
  for (const line of batch.lines) add(line.row, codes.seriesId(line), line.soldOn, line.drivers);
  for (const plan of batch.planned) add(plan.row, codes.seriesId(plan), plan.day, plan.drivers);
  if (rows.length === 0) return;
  await tx.query(
    `CREATE TEMPORARY TABLE arriving_driver (row_no integer, series_id bigint, day date, known jsonb) ON COMMIT DROP`,
  );
  await tx.copyFrom(
    'COPY pg_temp.arriving_driver FROM STDIN',
    copyRows(rows, (row) => row),
  );
  await tx.query(
    `INSERT INTO shelfcast.driver (tenant_id, series_id, day, import_id, known)
     SELECT DISTINCT ON (series_id, day) $1::uuid, series_id, day, $2::bigint, known
     FROM pg_temp.arriving_driver ORDER BY series_id, day, row_no DESC
     ON CONFLICT (tenant_id, series_id, day, import_id) DO UPDATE SET known = EXCLUDED.known`,
    [tx.tenant, importId],
  );
  await tx.query('DROP TABLE pg_temp.arriving_driver');
}
