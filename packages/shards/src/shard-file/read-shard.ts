import type { DuckDBDateValue, DuckDBVector } from '@duckdb/node-api';
import { type Frequency, type Level, periodOf, runErrors, ShelfcastError } from '@shelfcast/domain';
import { type Duck, identifier, literal } from '../duck/open-duck.ts';
import { scan } from '../duck/scan.ts';
import { contentHash } from './content-hash.ts';
import { SHARD_SCHEMA_VERSION, type Shard } from './shard.ts';

/** What the manifest says of a shard, so that it can be read into arrays of the right size and checked. */
export interface ShardFacts {
  readonly level: Level;
  readonly series: number;
  readonly rows: number;
  readonly horizon: number;
  readonly frequency: Frequency;
  readonly drivers: readonly string[];
  readonly contentHash: string;
}

/** Reads a shard file; throws `run.unreadable_shard` where it is not, value for value, what was written. */
export async function readShard(duck: Duck, path: string, facts: ShardFacts): Promise<Shard> {
  let shard: Shard;
  try {
    shard = await readRows(duck, path, facts);
  } catch (error) {
    throw unreadable('It is damaged or no shard file of ours.', error);
  }
  if (contentHash(shard) !== facts.contentHash)
    throw unreadable('Its values are not those that were written.');
  return shard;
}

async function readRows(duck: Duck, path: string, facts: ShardFacts): Promise<Shard> {
  const { series: count, rows, horizon } = facts;
  const keys = new Float64Array(count);
  const first = new Int32Array(count);
  const offsets = new Uint32Array(count + 1);
  const values = new Float64Array(Math.max(0, rows - count * horizon));
  const closed = new Uint8Array(count * horizon);
  const calendars = new Int32Array(count);
  const drivers = facts.drivers.map((name) => ({ name, column: new Float64Array(rows) }));
  let row = 0;
  let series = -1;
  let history = 0;
  let ahead = 0;
  const names = facts.drivers.map((name) => identifier(`known_${name}`));
  const query = `SELECT schema_version, key, day, ahead, units, closed, calendar${names.map((name) => `, ${name}`).join('')}
    FROM read_parquet(${literal(path)})`;
  await scan(duck, query, ([version, key, day, isAhead, units, isClosed, calendar, ...known], size) => {
    if (version.getItem(0) !== SHARD_SCHEMA_VERSION) throw new Error('Another schema version.');
    for (let i = 0; i < size; i++, row++) {
      const k = Number(key.getItem(i));
      if (series < 0 || k !== keys[series]) {
        series += 1;
        keys[series] = k;
        first[series] = periodOf((day.getItem(i) as DuckDBDateValue).days, facts.frequency);
        offsets[series] = history;
        calendars[series] = calendar.getItem(i) as number;
      }
      if (isAhead.getItem(i)) closed[ahead++] = isClosed.getItem(i) ? 1 : 0;
      else values[history++] = numberOrNaN(units, i);
      for (let d = 0; d < known.length; d++) drivers[d].column[row] = numberOrNaN(known[d], i);
    }
  });
  if (row !== rows || series !== count - 1 || ahead !== closed.length) throw new Error('Rows are missing.');
  offsets[count] = history;
  return { level: facts.level, keys, first, offsets, values, horizon, closed, calendars, drivers };
}

function numberOrNaN(vector: DuckDBVector, row: number): number {
  const item = vector.getItem(row);
  return item === null ? Number.NaN : (item as number);
}

function unreadable(why: string, cause?: unknown): ShelfcastError {
  return new ShelfcastError(
    runErrors.unreadable_shard,
    { detail: `A shard file cannot be read. ${why}`, remedy: 'Start another run: it writes its files anew.' },
    { cause },
  );
}
