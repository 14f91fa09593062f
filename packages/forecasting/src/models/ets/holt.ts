import type { Model } from '../../contract.ts';
import { fitForms } from './one-form.ts';

/**
 * Holt's linear trend: ETS(A,A,N) (Holt 1957; Hyndman et al. 2008, table 2.2). The trend goes on for ever: over long
 * horizons the damped one is safer.
 */
export const holt: Model = {
  name: 'holt',
  fit: (series, warmStart) => fitForms('holt', [{ error: 'A', trend: 'A', season: 'N' }], series, warmStart),
};
