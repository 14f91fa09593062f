import type { LocationRecord } from './read-locations.ts';
import type { SeriesFindings } from './series-findings.ts';
import { Tally } from './tally.ts';

/** Days without stock, stated and inferred. On a day on which its whole location sold nothing, a product tells nothing. */
export function stockOuts(
  { stockOuts: candidates }: SeriesFindings,
  locations: ReadonlyMap<number, LocationRecord>,
): Tally {
  const tally = new Tally();
  for (const { series, location, usual, stated, statedUnits, inferred } of candidates) {
    const { days } = locations.get(location)!;
    const told = inferred.filter((day) => days.unitsOn(day) > 0);
    const out = [...stated, ...told].sort((a, b) => a - b);
    if (out.length === 0) continue;
    const units = statedUnits + usual * told.length;
    tally.add(
      units,
      () => ({
        series,
        from: out[0],
        to: out[out.length - 1],
        days: out.length,
        units,
        usual,
        stated: stated.length,
      }),
      out.length,
    );
  }
  return tally;
}
