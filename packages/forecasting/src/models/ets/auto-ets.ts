import type { Model } from '../../contract.ts';
import { searchFamily } from './search-family.ts';

/**
 * Exponential smoothing, its form chosen by AICc from error {A,M} × trend {N,A,Ad} × season {N,A,M}, as Hyndman &
 * Khandakar (2008, Journal of Statistical Software 27) choose it: nothing unstable, no trend that multiplies, what is
 * proportional for positive values only, constants within the usual bounds that also forget the past. Everything is
 * free at once, initial states included, and found by likelihood with exact derivatives. Seasons of 2 to 24 periods.
 *
 * An undamped trend goes on for ever, and relative errors of sales may choose a level that runs after every peak:
 * for sales `auto-damped-ets` is the safer one.
 */
export const autoEts: Model = {
  name: 'auto-ets',
  fit: (series, warmStart) =>
    searchFamily('auto-ets', { trends: ['A', 'Ad'], multiplying: true }, series, warmStart),
};
