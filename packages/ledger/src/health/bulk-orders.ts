import type { LocationRecord } from './read-locations.ts';
import type { SeriesFindings } from './series-findings.ts';
import { Tally } from './tally.ts';

/** A day on which a whole location sold so many times its median is a feast or a sale, and no series stands out by itself. */
const BUSY_DAY = 2.5;

/** The days that stand out in their series, but for those on which the whole location did. */
export function bulkOrders(
  { outliers }: SeriesFindings,
  locations: ReadonlyMap<number, LocationRecord>,
): Tally {
  const usualDay = new Map<number, number>();
  const tally = new Tally();
  for (const { series, location, day, units, usual } of outliers) {
    const { days } = locations.get(location)!;
    const ordinary = usualDay.get(location) ?? days.usualDay();
    usualDay.set(location, ordinary);
    if (days.unitsOn(day) - units > BUSY_DAY * ordinary) continue;
    tally.add(units - usual, () => ({ series, from: day, to: day, units, usual }), 1);
  }
  return tally;
}
