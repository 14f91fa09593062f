import { Largest } from './largest.ts';
import type { Example } from './report.ts';

/** As many as somebody looks through. */
export const EXAMPLES = 8;

/** How many series something is true of, how many units and days that touches, and the cases that touch the most. */
export class Tally {
  count = 0;
  units = 0;
  days = 0;
  readonly #examples = new Largest<Example>(EXAMPLES);

  add(units: number, example: () => Example, days = 0): void {
    this.count += 1;
    this.units += units;
    this.days += days;
    this.#examples.offer(units, example);
  }

  get examples(): readonly Example[] {
    return this.#examples.items;
  }
}
