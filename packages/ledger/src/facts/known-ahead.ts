import type { Day } from '@shelfcast/domain';
import type { DriverRow } from '../series/read-drivers.ts';
import type { PricePeriod } from './read-prices.ts';

/** Days in a row of which the same is known. */
export interface KnownAhead {
  readonly from: Day;
  readonly to: Day;
  readonly drivers: Readonly<Record<string, number>>;
}

/**
 * What holds from a day to another, as runs of days of which the same is known: each driver from the latest import that speaks
 * of the day. `periods` in the order in which the last one holds.
 */
export function knownAhead(
  periods: readonly PricePeriod[],
  days: readonly DriverRow[],
  from: Day,
  to: Day,
): KnownAhead[] {
  const byDay = new Map(days.map((row) => [row.day, row]));
  const runs: KnownAhead[] = [];
  for (let day = from; day <= to; day++) {
    const drivers = driversOn(day, periods, byDay.get(day));
    const last = runs.at(-1);
    if (Object.keys(drivers).length === 0) continue;
    if (last?.to === day - 1 && same(last.drivers, drivers)) runs[runs.length - 1] = { ...last, to: day };
    else runs.push({ from: day, to: day, drivers });
  }
  return runs;
}

function driversOn(
  day: Day,
  periods: readonly PricePeriod[],
  single: DriverRow | undefined,
): Record<string, number> {
  const held = new Map<string, { value: number; by: number }>();
  for (const { from, to, drivers, import_id } of periods)
    if (from <= day && (to === null || day <= to))
      for (const [name, value] of Object.entries(drivers)) held.set(name, { value, by: import_id });
  for (const [name, value] of Object.entries(single?.known ?? {}))
    if (single!.import_id >= (held.get(name)?.by ?? 0)) held.set(name, { value, by: single!.import_id });
  return Object.fromEntries([...held].sort().map(([name, { value }]) => [name, value]));
}

function same(a: Readonly<Record<string, number>>, b: Readonly<Record<string, number>>): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
