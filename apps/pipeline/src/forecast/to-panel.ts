import type { Panel } from '@shelfcast/forecasting';
import { calendarArrays, type RunCalendars, type Shard } from '@shelfcast/shards';

/** A shard as the forecasting package sees it: values, offsets, columns of numbers. Nothing of the shard is copied. */
export function toPanel(shard: Shard, calendars: RunCalendars): Panel {
  const { drivers, first } = shard;
  return {
    values: shard.values,
    offsets: shard.offsets,
    closed: shard.closed,
    known:
      drivers.length === 0
        ? undefined
        : { names: drivers.map((driver) => driver.name), columns: drivers.map((driver) => driver.column) },
    common:
      calendars.names.length === 0
        ? undefined
        : {
            names: calendars.names,
            columns: calendarArrays(calendars),
            starts: Uint32Array.from(
              shard.calendars,
              (calendar, i) => calendar * calendars.length + first[i] - calendars.first,
            ),
          },
  };
}
