/**
 * Half a year of days: of the M5 sample's items (days 200 to 1,829, all origins a month
 * apart) that had sold nothing for 182 days, 16 % sold in the next 28, together 8 % of their own former rate; at 120 to 181
 * days still 27 % did. Before that a gap is as likely a shelf that was empty.
 */
const QUIET_SEASONS = 26;
/** A gap that the item's own past would bring more often than once in a hundred is its rhythm. */
const UNLIKELY = 0.01;

/**
 * Whether a product has died: nothing but zeros; or nothing sold in the last 26 seasons, though it had never come back from
 * so long a gap, and though its own demands came often enough to make such a gap unlikely. So a product that sells every two
 * months outlives half a year, and one that sells every December outlives the summer once it has come back from one.
 * Periods not observed prove nothing and are not counted; without any observation nothing is known to have died.
 */
export function hasDied(values: Float64Array, season: number): boolean {
  let observed = 0;
  let demands = 0;
  let first = 0;
  let gap = 0;
  let longest = 0;
  for (let t = 0; t < values.length; t++) {
    const value = values[t];
    if (Number.isNaN(value)) continue;
    observed++;
    if (value === 0) {
      gap++;
      continue;
    }
    if (demands === 0) first = observed;
    else longest = Math.max(longest, gap);
    demands++;
    gap = 0;
  }
  if (demands === 0) return observed > 0;
  if (gap < QUIET_SEASONS * season || gap <= longest) return false;
  return chanceOfGap(demands - 1, observed - gap - first, gap) < UNLIKELY;
}

/**
 * Chance of `gap` periods without a demand after `demands` in `periods`, each period having one with the same unknown
 * probability, any being as likely before: ∏ (1 + periods − demands + i) ÷ (2 + periods + i), the beta-binomial of Laplace's
 * rule of succession.
 */
function chanceOfGap(demands: number, periods: number, gap: number): number {
  let chance = 1;
  for (let i = 0; i < gap && chance >= UNLIKELY; i++)
    chance *= (1 + periods - demands + i) / (2 + periods + i);
  return chance;
}
