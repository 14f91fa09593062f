import type { Model } from '../../contract.ts';
import { searchFamily } from './search-family.ts';

/**
 * The part of `auto-ets` that can't run away: errors and season added, trends damped: ETS(A,N,N), (A,Ad,N), (A,N,A) and
 * (A,Ad,A), by AICc (Gardner & McKenzie 1985 for the damping; Hyndman & Khandakar 2008 for the choice). All of it has
 * prediction intervals in closed form. On sales it forecasts better than the whole family, and takes less time.
 */
export const autoDampedEts: Model = {
  name: 'auto-damped-ets',
  fit: (series, warmStart) =>
    searchFamily('auto-damped-ets', { trends: ['Ad'], multiplying: false }, series, warmStart),
};
