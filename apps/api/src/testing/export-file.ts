import { createReadStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BlobStore } from '@shelfcast/blobs';
import type { SeriesRow } from '@shelfcast/ledger';
import { openDuck } from '@shelfcast/shards';

/** A run's export as the pipeline writes it, small. */
export async function writeExportFile(
  blobs: BlobStore,
  key: string,
  series: readonly SeriesRow[],
  from: string,
  horizon: number,
): Promise<void> {
  const text = (value: string | null) =>
    value === null ? 'NULL::VARCHAR' : `'${value.replaceAll("'", "''")}'`;
  const rows = series.flatMap((row) =>
    Array.from(
      { length: horizon },
      (_, i) =>
        `SELECT ${row.series_id}::BIGINT AS series, ${text(row.product_code)} AS product, ${text(row.product_name)} AS product_name,
         ${text(row.location_code)} AS location, ${text(row.location_name)} AS location_name, DATE '${from}' + ${i} AS date,
         'ses' AS model, ${row.series_id}::DOUBLE AS mean, ${row.series_id - 1}::DOUBLE AS "q0.1", ${row.series_id + 1}::DOUBLE AS "q0.9"`,
    ),
  );
  const folder = await mkdtemp(join(tmpdir(), 'shelfcast-export-test-'));
  try {
    const path = join(folder, 'export.parquet');
    await using duck = await openDuck();
    await duck.connection.run(`COPY (${rows.join(' UNION ALL ')}) TO ${text(path)} (FORMAT parquet)`);
    await blobs.put(key, createReadStream(path));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
