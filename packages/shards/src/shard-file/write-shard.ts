import { BIGINT, BOOLEAN, DATE, DOUBLE, DuckDBDateValue, type DuckDBValue, INTEGER } from '@duckdb/node-api';
import { type Frequency, type Period, periodStart } from '@shelfcast/domain';
import { appendRows, type Column } from '../duck/append-rows.ts';
import { type Duck, identifier, literal } from '../duck/open-duck.ts';
import { writeParquet } from '../duck/write-parquet.ts';
import { contentHash } from './content-hash.ts';
import { SHARD_SCHEMA_VERSION, type Shard } from './shard.ts';

export interface WrittenShard {
  readonly series: number;
  /** Rows of the file: history and horizon. */
  readonly rows: number;
  /** History values, observed or not: what forecasting costs grows with it. */
  readonly values: number;
  readonly contentHash: string;
}

/**
 * Writes a shard as Parquet: `level`, `key`, `day` (a period's first), `ahead` (false: history), `units` (null = closed or not
 * observed, and always ahead), `closed`, `calendar` (the number of one of the manifest's), and a column `known_<name>` a driver;
 * sorted by key, then day.
 */
export async function writeShard(
  duck: Duck,
  path: string,
  shard: Shard,
  frequency: Frequency,
): Promise<WrittenShard> {
  const { keys, first, offsets, values, horizon, closed, calendars } = shard;
  const count = keys.length;
  const rows = values.length + count * horizon;
  const series = new Uint32Array(rows);
  for (let i = 0; i < count; i++) {
    series.fill(i, offsets[i] + i * horizon, offsets[i + 1] + (i + 1) * horizon);
    if (i > 0 && keys[i] <= keys[i - 1]) throw new RangeError('A shard holds its series in order of key.');
  }
  const within = (row: number): number => row - offsets[series[row]] - series[row] * horizon;
  const length = (row: number): number => offsets[series[row] + 1] - offsets[series[row]];
  const isAhead = (row: number): boolean => within(row) >= length(row);
  const historyOf = (row: number): number => values[offsets[series[row]] + within(row)];
  const aheadOf = (row: number): number => closed[series[row] * horizon + within(row) - length(row)];

  const columns: Column[] = [
    { type: BIGINT, value: (row): DuckDBValue => BigInt(keys[series[row]]) },
    { type: DATE, value: dates((row) => first[series[row]] + within(row), frequency) },
    { type: BOOLEAN, value: isAhead },
    { type: DOUBLE, value: (row) => (isAhead(row) ? null : historyOf(row)) },
    { type: BOOLEAN, value: (row) => (isAhead(row) ? aheadOf(row) === 1 : Number.isNaN(historyOf(row))) },
    { type: INTEGER, value: (row) => calendars[series[row]] },
    ...shard.drivers.map(({ column }): Column => ({ type: DOUBLE, value: (row) => column[row] })),
  ];
  const known = shard.drivers.map(({ name }) => `${identifier(`known_${name}`)} DOUBLE`);
  await duck.connection.run(
    `CREATE OR REPLACE TABLE staged (${['key BIGINT', 'day DATE', 'ahead BOOLEAN', 'units DOUBLE', 'closed BOOLEAN', 'calendar INTEGER', ...known].join(', ')})`,
  );
  await appendRows(duck, 'staged', columns, rows);
  const query = `SELECT ${SHARD_SCHEMA_VERSION}::UTINYINT AS schema_version, ${literal(shard.level)} AS level, * FROM staged`;
  await writeParquet(duck, query, path);
  await duck.connection.run('DROP TABLE staged');
  return { series: count, rows, values: values.length, contentHash: contentHash(shard) };
}

/** A column of periods' first days; the few thousand different ones are made once. */
function dates(period: (row: number) => Period, frequency: Frequency): (row: number) => DuckDBDateValue {
  const made = new Map<Period, DuckDBDateValue>();
  return (row) => {
    const p = period(row);
    let date = made.get(p);
    if (!date) {
      date = new DuckDBDateValue(periodStart(p, frequency));
      made.set(p, date);
    }
    return date;
  };
}
