import { type Day, formatDay, type Gap, type SaleLine, type Survey } from '@shelfcast/domain';
import { DaySet } from './day-set.ts';

/** A location that skips Sundays and holidays has stretches of one to three days; a gap is longer than is usual for it. */
const SHORTEST_GAP = 4;
/** The longest are shown. */
const MOST_GAPS = 50;

interface Place {
  lines: number;
  readonly days: DaySet;
}

/** On which days each location sold something. A location takes a few hundred bytes, however many its rows. */
export class LocationDays {
  readonly #places = new Map<string, Place>();

  add({ location, soldOn }: SaleLine): void {
    let place = this.#places.get(location);
    if (place === undefined) {
      place = { lines: 0, days: new DaySet() };
      this.#places.set(location, place);
    }
    place.days.add(soldOn);
    place.lines++;
  }

  /** The locations, the largest first. */
  list(): Survey['locations'] {
    return [...this.#places]
      .sort(([, a], [, b]) => b.lines - a.lines)
      .map(([code, { lines, days }]) => ({
        code,
        lines,
        firstSoldOn: formatDay(days.first),
        lastSoldOn: formatDay(days.last),
      }));
  }

  /** Stretches without a sale that are long for their location: three times the longest of 19 in 20 pauses. */
  gaps(): Gap[] {
    const gaps: Gap[] = [];
    for (const [location, { days }] of this.#places) {
      const pauses: { from: Day; days: number }[] = [];
      let previous = days.first;
      for (let day = days.after(previous); day !== undefined; day = days.after(day)) {
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
