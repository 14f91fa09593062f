import type { Gap, Survey } from '@shelfcast/domain';
import { type Day, dayFrom, formatDay, type SaleLine } from '@shelfcast/domain';
import { FIRST_PLAUSIBLE_YEAR } from '../upload/limits.ts';

const FIRST_DAY: Day = dayFrom(FIRST_PLAUSIBLE_YEAR, 1, 1)!;
/** A location that skips Sundays and holidays has stretches of one to three days; a gap is longer than is usual for it. */
const SHORTEST_GAP = 4;
/** The longest are shown. */
const MOST_GAPS = 50;

interface Place {
  lines: number;
  first: Day;
  last: Day;
  /** A bit a day from FIRST_DAY on. */
  days: Uint8Array;
}

/** On which days each location sold something. A location takes two to three kilobytes, however many its rows. */
export class LocationDays {
  readonly #places = new Map<string, Place>();

  add({ location, soldOn }: SaleLine): void {
    let place = this.#places.get(location);
    if (place === undefined) {
      place = { lines: 0, first: soldOn, last: soldOn, days: new Uint8Array(2048) };
      this.#places.set(location, place);
    }
    const at = soldOn - FIRST_DAY;
    if (at >> 3 >= place.days.length) {
      const longer = new Uint8Array(2 * (at >> 3));
      longer.set(place.days);
      place.days = longer;
    }
    place.days[at >> 3] |= 1 << (at & 7);
    place.lines++;
    if (soldOn < place.first) place.first = soldOn;
    if (soldOn > place.last) place.last = soldOn;
  }

  /** The locations, the largest first. */
  list(): Survey['locations'] {
    return [...this.#places]
      .sort(([, a], [, b]) => b.lines - a.lines)
      .map(([code, { lines, first, last }]) => ({
        code,
        lines,
        firstSoldOn: formatDay(first),
        lastSoldOn: formatDay(last),
      }));
  }

  /** Stretches without a sale that are long for their location: three times the longest of 19 in 20 pauses. */
  gaps(): Gap[] {
    const gaps: Gap[] = [];
    for (const [location, { first, last, days }] of this.#places) {
      const pauses: { from: Day; days: number }[] = [];
      let previous = first;
      for (let day = first + 1; day <= last; day++) {
        const at = day - FIRST_DAY;
        if ((days[at >> 3] & (1 << (at & 7))) === 0) continue;
        pauses.push({ from: previous + 1, days: day - previous - 1 });
        previous = day;
      }
      const lengths = pauses.map((pause) => pause.days).sort((a, b) => a - b);
      const usual = lengths[Math.floor(lengths.length * 0.95)] ?? 0;
      for (const pause of pauses)
        if (pause.days >= Math.max(SHORTEST_GAP, 3 * usual + 1))
          gaps.push({
            location,
            from: formatDay(pause.from),
            to: formatDay(pause.from + pause.days - 1),
            days: pause.days,
          });
    }
    return gaps.sort((a, b) => b.days - a.days).slice(0, MOST_GAPS);
  }
}
