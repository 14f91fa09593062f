import type { DayTotal, Spike } from '@shelfcast/domain';
import { type Day, formatDay, type SaleLine } from '@shelfcast/domain';

/** Ten-thousandths: sums of a day stay whole numbers, exact up to 900 milliard. */
const PARTS = 10_000;
/** Four weeks to either side: long enough for a median, short enough for a season. */
const AROUND_DAYS = 28;
/** A Saturday sells three times a Tuesday, a sale ten times; beyond that it is a typing error as often as not. */
const SPIKE_TIMES = 8;
/** The largest are shown. */
const MOST_SPIKES = 20;

interface Total {
  lines: number;
  units: number;
  parts: number;
  priced: boolean;
}

/** Units, and money in ten-thousandths. */
export interface DaySums {
  readonly units: number;
  readonly parts: number;
}

/** Sums by day. */
export class DayTotals {
  readonly #days = new Map<Day, Total>();
  /** Of the line before: most files are sorted by day. */
  #lastDay: Day = Number.NaN;
  #last: Total = { lines: 0, units: 0, parts: 0, priced: false };

  add({ soldOn, units, revenue }: SaleLine): void {
    if (soldOn !== this.#lastDay) {
      this.#last = this.#of(soldOn);
      this.#lastDay = soldOn;
    }
    const total = this.#last;
    total.lines++;
    total.units += units;
    if (revenue === null) return;
    total.parts += Math.round(Number(revenue) * PARTS);
    total.priced = true;
  }

  #of(day: Day): Total {
    let total = this.#days.get(day);
    if (total === undefined) {
      total = { lines: 0, units: 0, parts: 0, priced: false };
      this.#days.set(day, total);
    }
    return total;
  }

  /** Of all days. */
  sums(): DaySums {
    let [units, parts] = [0, 0];
    for (const total of this.#days.values()) {
      units += total.units;
      parts += total.parts;
    }
    return { units, parts };
  }

  of(day: Day): DaySums {
    return this.#days.get(day) ?? { units: 0, parts: 0 };
  }

  list(): DayTotal[] {
    return this.#sorted().map(([day, total]) => ({
      day: formatDay(day),
      lines: total.lines,
      // Units of weight are summed as doubles; what the eye can check has three decimals.
      units: Math.round(total.units * 1000) / 1000,
      revenue: total.priced ? decimal(total.parts) : null,
    }));
  }

  /** Days that sold many times the median of the selling days around them. */
  spikes(): Spike[] {
    const days = this.#sorted();
    const spikes: Spike[] = [];
    for (let i = 0; i < days.length; i++) {
      const [day, { units }] = days[i];
      const around: number[] = [];
      for (let j = i - 1; j >= 0 && day - days[j][0] <= AROUND_DAYS; j--) around.push(days[j][1].units);
      for (let j = i + 1; j < days.length && days[j][0] - day <= AROUND_DAYS; j++)
        around.push(days[j][1].units);
      if (around.length < 7) continue;
      around.sort((a, b) => a - b);
      const usual = around[around.length >> 1];
      if (usual > 0 && units > SPIKE_TIMES * usual) spikes.push({ day: formatDay(day), units, usual });
    }
    return spikes.sort((a, b) => b.units / b.usual - a.units / a.usual).slice(0, MOST_SPIKES);
  }

  #sorted(): [Day, Total][] {
    return [...this.#days].sort(([a], [b]) => a - b);
  }
}

/** Ten-thousandths as decimal text, with two digits where they are enough. */
export function decimal(parts: number): string {
  const whole = Math.trunc(Math.abs(parts) / PARTS);
  const rest = String(Math.abs(parts) % PARTS).padStart(4, '0');
  return `${parts < 0 ? '-' : ''}${whole}.${rest.endsWith('00') ? rest.slice(0, 2) : rest}`;
}
