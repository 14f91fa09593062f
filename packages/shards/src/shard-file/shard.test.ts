import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after, before } from 'node:test';
import type { Frequency } from '@shelfcast/domain';
import { type Duck, literal, openDuck } from '../duck/open-duck.ts';
import { contentHash } from './content-hash.ts';
import { readShard } from './read-shard.ts';
import type { Shard } from './shard.ts';
import { writeShard } from './write-shard.ts';

let folder: string;
let duck: Duck;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'shards-'));
  duck = await openDuck();
});
after(async () => {
  await duck[Symbol.asyncDispose]();
  await rm(folder, { recursive: true });
});

/** Series of lengths 3, 0 and 5,000, with closed days, a driver, and a horizon of two. */
function example(): Shard {
  const offsets = Uint32Array.of(0, 3, 3, 5_003);
  const values = Float64Array.from({ length: 5_003 }, (_, i) => (i % 7 === 2 ? Number.NaN : i / 3));
  const column = Float64Array.from({ length: 5_009 }, (_, i) => (i % 11 === 0 ? Number.NaN : 1 / (i + 1)));
  return {
    level: 'series',
    keys: Float64Array.of(4, 5, 9_007_199_254_740_991),
    first: Int32Array.of(15_000, 15_003, 10_003),
    offsets,
    values,
    horizon: 2,
    closed: Uint8Array.of(0, 1, 0, 0, 1, 1),
    calendars: Int32Array.of(2, 0, 1),
    drivers: [{ name: 'price "à" la carte', column }],
  };
}

const facts = (shard: Shard, frequency: Frequency = 'D') => ({
  level: shard.level,
  series: shard.keys.length,
  rows: shard.values.length + shard.closed.length,
  horizon: shard.horizon,
  frequency,
  drivers: shard.drivers.map((driver) => driver.name),
  contentHash: contentHash(shard),
});

for (const frequency of ['D', 'W', 'M'] as const) {
  test(`a shard of frequency ${frequency} is read as it was written`, async () => {
    const shard = example();
    if (frequency === 'M') for (const i of [0, 1, 2]) shard.first[i] = [500, 503, -4_497][i];
    const path = join(folder, `${frequency}.parquet`);
    const written = await writeShard(duck, path, shard, frequency);
    assert.deepEqual(written, { series: 3, rows: 5_009, values: 5_003, contentHash: contentHash(shard) });
    assert.deepEqual(await readShard(duck, path, facts(shard, frequency)), shard);
  });
}

test('the file opens with plain SQL: a closed day has no units, and is no zero', async () => {
  const path = join(folder, 'sql.parquet');
  await writeShard(duck, path, example(), 'D');
  const result = await duck.connection.run(
    `SELECT day::varchar, ahead, units, closed FROM read_parquet(${literal(path)}) WHERE key = 4 ORDER BY day`,
  );
  assert.deepEqual(await result.getRows(), [
    ['2011-01-26', false, 0, false],
    ['2011-01-27', false, 1 / 3, false],
    ['2011-01-28', false, null, true],
    ['2011-01-29', true, null, false],
    ['2011-01-30', true, null, true],
  ]);
});

test('another value gives another content hash', () => {
  const hashes = new Set<string>([contentHash(example())]);
  const changes: ((shard: Shard) => void)[] = [
    (shard) => shard.values.fill(1, 7, 8),
    (shard) => shard.closed.fill(1, 0, 1),
    (shard) => shard.keys.fill(3, 0, 1),
    (shard) => shard.calendars.fill(1, 1, 2),
    (shard) => shard.drivers[0].column.fill(2, 9, 10),
  ];
  for (const change of changes) {
    const shard = example();
    change(shard);
    hashes.add(contentHash(shard));
  }
  assert.equal(hashes.size, changes.length + 1);
});

test('a file with other values, a truncated file and a text file are refused with the cause', async () => {
  const path = join(folder, 'bad.parquet');
  const shard = example();
  await writeShard(duck, path, shard, 'D');
  const unreadable = { kind: { code: 'run.unreadable_shard' } };
  const is = (error: unknown): boolean =>
    (error as { kind?: { code: string } }).kind?.code === unreadable.kind.code;
  await assert.rejects(readShard(duck, path, { ...facts(shard), contentHash: '00' }), is);
  await assert.rejects(readShard(duck, path, { ...facts(shard), rows: 5_010 }), is);
  await writeFile(path, 'sales,of,last,year');
  await assert.rejects(readShard(duck, path, facts(shard)), is);
});
