import { kpss } from '../../kernels/arima/kpss.ts';
import { seasonalStrength } from '../../kernels/arima/seasonal-strength.ts';
import { type Differences, difference } from '../../kernels/arima/series.ts';

/** From this strength of the season on one seasonal difference is taken (Wang, Smith & Hyndman 2006; forecast ≥ 8). */
const STRONG_SEASON = 0.64;
/** Kwiatkowski et al. (1992), table 1: above it a level that stays is refused at 5 %. */
const KPSS_CRITICAL = 0.463;
const MOST_DIFFERENCES = 2;

/**
 * How often to difference: once by seasons where the season is strong, then by single steps as long as the KPSS test
 * refuses a level that stays, at most twice (Hyndman & Khandakar 2008, section 3.1, with the seasonal rule of
 * forecast ≥ 8). `values` begin and end with an observed value.
 */
export function differencesOf(values: Float64Array, season: number): Differences {
  const observed = values.filter((value) => !Number.isNaN(value));
  const seasonal =
    season > 1 && observed.length > 2 * season && seasonalStrength(values, season) > STRONG_SEASON;
  const D = seasonal ? 1 : 0;
  // Differences over a gap are not known; what is left of them is tested as if nothing had been between.
  let rest: Float64Array = difference(values, { d: 0, D, season }).filter((value) => !Number.isNaN(value));
  let d = 0;
  while (d < MOST_DIFFERENCES && !isConstant(rest) && kpss(rest) > KPSS_CRITICAL) {
    rest = difference(rest, { d: 1, D: 0, season: 1 });
    d++;
  }
  return { d, D, season: Math.max(1, season) };
}

function isConstant(values: Float64Array): boolean {
  return values.every((value) => value === values[0]);
}
