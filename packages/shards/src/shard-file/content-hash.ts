import { createHash } from 'node:crypto';
import { endianness } from 'node:os';
import { SHARD_SCHEMA_VERSION, type Shard } from './shard.ts';

/**
 * SHA-256 over a shard's values, not its file's bytes: another Parquet writer gives the same hash for the same data.
 * Typed arrays go in as they lie in memory, which is little-endian on every platform we run on; NaN gets one bit pattern, and so does zero.
 */
export function contentHash(shard: Shard): string {
  if (endianness() !== 'LE') throw new Error('Content hashes are defined on little-endian machines.');
  const hash = createHash('sha256');
  const drivers = shard.drivers.map((driver) => driver.name);
  hash.update(JSON.stringify([SHARD_SCHEMA_VERSION, shard.level, shard.horizon, drivers]));
  for (const part of [shard.keys, shard.first, shard.offsets, shard.closed, shard.calendars])
    hash.update(part);
  for (const part of [shard.values, ...shard.drivers.map((driver) => driver.column)]) {
    hash.update(Float64Array.from(part, (value) => (Number.isNaN(value) ? Number.NaN : value + 0)));
  }
  return hash.digest('hex');
}
