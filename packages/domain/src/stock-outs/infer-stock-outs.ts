/** Open days on either side of a gap that say how the series sells: eight weeks, each weekday eight times. */
const WINDOW_DAYS = 56;
/** With fewer of them a habit is a guess. */
const FEWEST_DAYS = 14;
/** After eight weeks without a sale a season is over, or the product was off the shelf on purpose: nobody is out for so long unawares. */
const LONGEST_DAYS = 56;
/** Odds of so many days without a sale, by how often there are such days, at which they are no accident. */
const NO_ACCIDENT_OF_DAYS = 0.01;
/** The same by how much is sold and how unevenly. */
const NO_ACCIDENT_OF_UNITS = 0.001;

/**
 * The days on which a series was probably out of stock, where nobody says so: 1 = probably out. Such a day belongs to a
 * run of open days without a sale that ends in sales again and is improbable by how the series sold in the eight
 * weeks before it and in those after it, in two ways:
 *
 * - by days: with z of n days without a sale, the next k are so too with probability ∏ (z + ½ + i) / (n + 1 + i), i < k
 *   (beta-binomial with Jeffreys' prior);
 * - by units: purchases that come by chance, of whatever size, are absent for k days with probability
 *   exp(−k · mean² / variance) at most (compound Poisson: mean = λ E[x], variance = λ E[x²], E[x]² ≤ E[x²]). It has no
 *   unit: pieces, cases and grams give the same.
 *
 * Where the series has begun or ended within the eight weeks, the other side decides alone; a run of more than eight weeks is
 * none. `units`: demand by day, NaN = not observed; `closed`: 1 = the location was closed, or sold nothing else either. These
 * days are passed over.
 *
 * On FreshRetailNet-50K, whose hours without stock are known: of the days it names 97 % were out of stock for at least
 * half of their sixteen hours, and of the days without a sale that were, it names 19 %. Of days without a sale that had stock it
 * takes 2 % for stock-outs (benchmarks/accuracy/stock-outs).
 */
export function inferStockOuts(units: Float64Array, closed: Uint8Array): Uint8Array {
  const inferred = new Uint8Array(units.length);
  const days = openDays(units, closed);
  const past = new RunningSums(units, days);
  const sells = (at: number): boolean => units[days[at]] > 0;
  for (let from = 1; from < days.length; from++) {
    if (sells(from) || !sells(from - 1)) continue;
    let to = from;
    while (to < days.length && !sells(to)) to++;
    if (to === days.length) break;
    const before = past.between(Math.max(0, from - WINDOW_DAYS), from);
    const after = past.between(to, Math.min(days.length, to + WINDOW_DAYS));
    const witnesses = [before, after].filter((side) => side.days >= FEWEST_DAYS);
    if (
      to - from <= LONGEST_DAYS &&
      witnesses.length > 0 &&
      witnesses.every((side) => isImprobable(side, to - from))
    )
      for (let at = from; at < to; at++) inferred[days[at]] = 1;
    from = to;
  }
  return inferred;
}

/** How a series sold over some days. */
interface Habit {
  readonly days: number;
  readonly daysWithoutSale: number;
  readonly units: number;
  readonly squares: number;
}

function isImprobable({ days, daysWithoutSale, units, squares }: Habit, run: number): boolean {
  let byDays = 1;
  for (let i = 0; i < run && byDays >= NO_ACCIDENT_OF_DAYS; i++)
    byDays *= (daysWithoutSale + 0.5 + i) / (days + 1 + i);
  if (byDays >= NO_ACCIDENT_OF_DAYS) return false;
  const mean = units / days;
  const variance = Math.max(0, (squares - units * mean) / (days - 1));
  return Math.exp((-run * mean * mean) / variance) < NO_ACCIDENT_OF_UNITS;
}

/** Indices of the days on which something was observed. */
function openDays(units: Float64Array, closed: Uint8Array): Int32Array {
  const days = new Int32Array(units.length);
  let count = 0;
  for (let day = 0; day < units.length; day++)
    if (closed[day] === 0 && !Number.isNaN(units[day])) days[count++] = day;
  return days.subarray(0, count);
}

/** Sums up to each open day, so that a window's are two subtractions. */
class RunningSums {
  readonly #units: Float64Array;
  readonly #squares: Float64Array;
  readonly #without: Int32Array;

  constructor(units: Float64Array, days: Int32Array) {
    this.#units = new Float64Array(days.length + 1);
    this.#squares = new Float64Array(days.length + 1);
    this.#without = new Int32Array(days.length + 1);
    for (let i = 0; i < days.length; i++) {
      const sold = units[days[i]];
      this.#units[i + 1] = this.#units[i] + sold;
      this.#squares[i + 1] = this.#squares[i] + sold * sold;
      this.#without[i + 1] = this.#without[i] + (sold > 0 ? 0 : 1);
    }
  }

  /** Of the open days from number `from` to before number `to`. */
  between(from: number, to: number): Habit {
    return {
      days: to - from,
      daysWithoutSale: this.#without[to] - this.#without[from],
      units: this.#units[to] - this.#units[from],
      squares: this.#squares[to] - this.#squares[from],
    };
  }
}
