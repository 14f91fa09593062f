import type { Model } from '../../contract.ts';
import { fitForms } from './one-form.ts';

/** A trend that levels off: ETS(A,Ad,N), φ between 0.8 and 0.98 (Gardner & McKenzie 1985; Hyndman et al. 2008, table 2.2). */
export const dampedHolt: Model = {
  name: 'damped-holt',
  fit: (series, warmStart) =>
    fitForms('damped-holt', [{ error: 'A', trend: 'Ad', season: 'N' }], series, warmStart),
};
