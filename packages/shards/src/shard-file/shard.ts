import type { Level } from '@shelfcast/domain';

/** The version of the shard file's schema; written into the file and the manifest. */
export const SHARD_SCHEMA_VERSION = 2;

/**
 * A part of a run: whole series of one level, in increasing order of key, flat. Series i has its history in
 * values[offsets[i], offsets[i + 1]), its first value being of period first[i]; all end with the run's last known period.
 */
export interface Shard {
  readonly level: Level;
  /** Series ids, location ids, or 0. */
  readonly keys: Float64Array;
  readonly first: Int32Array;
  /** count + 1 */
  readonly offsets: Uint32Array;
  /** Units; NaN = closed or not observed, never a zero. */
  readonly values: Float64Array;
  /** Periods ahead. */
  readonly horizon: number;
  /** count × horizon; 1 = closed: nothing can be sold then. */
  readonly closed: Uint8Array;
  /** Which of the run's calendars each series follows. */
  readonly calendars: Int32Array;
  /** Known drivers, history and horizon: series i starts at offsets[i] + i * horizon. NaN = unknown. */
  readonly drivers: readonly { readonly name: string; readonly column: Float64Array }[];
}
