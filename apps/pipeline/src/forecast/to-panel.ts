import type { Panel } from '@shelfcast/forecasting';
import type { Shard } from '@shelfcast/shards';

/** A shard as the forecasting package sees it: values, offsets, columns of numbers. Nothing is copied. */
export function toPanel(shard: Shard): Panel {
  return {
    values: shard.values,
    offsets: shard.offsets,
    closed: shard.closed,
    known:
      shard.drivers.length === 0
        ? undefined
        : {
            names: shard.drivers.map((driver) => driver.name),
            columns: shard.drivers.map((driver) => driver.column),
          },
  };
}
