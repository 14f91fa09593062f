import { type Day, formatDay, type StatedTotal, type TotalsRow } from '@shelfcast/domain';
import type { DaySums } from './day-totals.ts';

/** A total a day for a year; a report of more is checked by its first. */
const MOST_TOTALS = 400;
/** Half a penny, and half a gram: what rounding may make of a sum. */
const MONEY_APART = 0.005;
const UNITS_APART = 0.0005;

interface Met {
  readonly row: TotalsRow;
  /** Sums of all rows above it, and of those since the totals before it. */
  readonly above: DaySums;
  readonly since: DaySums;
}

/** The totals that a file states, held against what its rows add up to. */
export class StatedTotals {
  readonly #met: Met[] = [];
  #before: DaySums = { units: 0, parts: 0 };

  /** @param above sums of all rows above it */
  add(row: TotalsRow, above: DaySums): void {
    if (this.#met.length === MOST_TOTALS) return;
    const since = { units: above.units - this.#before.units, parts: above.parts - this.#before.parts };
    this.#met.push({ row, above, since });
    this.#before = above;
  }

  /**
   * @param sumsOf sums of a day of the whole file
   * @param columns what the summed columns are called
   */
  list(
    sumsOf: (day: Day) => DaySums,
    columns: { readonly units?: string; readonly revenue?: string },
    money: (parts: number) => string,
  ): StatedTotal[] {
    return this.#met.flatMap(({ row, above, since }) => {
      const { day } = row;
      // A total without a day may be of all above it, or of its block.
      const sums = day === null ? [above, since] : [sumsOf(day)];
      const of = (
        field: string | undefined,
        stated: string | null,
        figure: (sum: DaySums) => string,
        apart: number,
      ): StatedTotal[] => {
        if (field === undefined || stated === null) return [];
        const ours = sums.map(figure);
        const agreed = ours.find((own) => Math.abs(Number(own) - Number(stated)) <= apart);
        return [
          {
            day: day === null ? null : formatDay(day),
            field,
            stated,
            ours: agreed ?? ours[0],
            agrees: agreed !== undefined,
          },
        ];
      };
      return [
        ...of(columns.units, row.units, ({ units }) => String(Math.round(units * 1000) / 1000), UNITS_APART),
        ...of(columns.revenue, row.revenue, ({ parts }) => money(parts), MONEY_APART),
      ];
    });
  }
}
