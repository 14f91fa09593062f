import { BIGINT, VARCHAR } from '@duckdb/node-api';
import { appendRows } from '../duck/append-rows.ts';
import type { Duck } from '../duck/open-duck.ts';
import { writeParquet } from '../duck/write-parquet.ts';
import type { Label } from './label.ts';

/** Writes the labels of a shard's items, in the shard's order. */
export async function writeLabels(duck: Duck, path: string, labels: readonly Label[]): Promise<void> {
  await duck.connection.run(
    `CREATE OR REPLACE TABLE staged (key BIGINT, product VARCHAR, product_name VARCHAR, location_id BIGINT,
       location VARCHAR, location_name VARCHAR, unit VARCHAR, expected_closed VARCHAR)`,
  );
  const text = (value: (label: Label) => string | null | undefined) => ({
    type: VARCHAR,
    value: (row: number) => value(labels[row]) ?? null,
  });
  await appendRows(
    duck,
    'staged',
    [
      { type: BIGINT, value: (row) => BigInt(labels[row].key) },
      text((label) => label.product?.code),
      text((label) => label.product?.name),
      {
        type: BIGINT,
        value: (row) => {
          const { location } = labels[row];
          return location ? BigInt(location.location) : null;
        },
      },
      text((label) => label.location?.code),
      text((label) => label.location?.name),
      text((label) => label.unit),
      // As JSON: a handful of days, the same for all of a location.
      text((label) => JSON.stringify(label.expectedClosed)),
    ],
    labels.length,
  );
  await writeParquet(duck, 'SELECT * FROM staged', path);
  await duck.connection.run('DROP TABLE staged');
}
