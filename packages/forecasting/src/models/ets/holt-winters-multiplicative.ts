import type { Model } from '../../contract.ts';
import { countObserved, isPositive } from '../../kernels/observed.ts';
import { fitForms } from './one-form.ts';

/**
 * Holt–Winters with a season that multiplies and a damped trend where it pays (AICc): ETS(M,N,M) and ETS(M,Ad,M)
 * (Winters 1960; Hyndman et al. 2008, table 2.3). Fails with `not-positive` where a value is zero or less: there its
 * recursion is unstable. The damping, and factors between a hundredth and a hundred, keep forecasts finite. Without a
 * season (season = 1) ETS(M,N,N) and ETS(M,Ad,N). Needs two seasons and three values.
 */
export const holtWintersMultiplicative: Model = {
  name: 'holt-winters-multiplicative',
  fit(series, warmStart) {
    if (countObserved(series.values) > 0 && !isPositive(series.values)) return { cause: 'not-positive' };
    const season = series.season > 1 ? 'M' : 'N';
    const forms = (['N', 'Ad'] as const).map((trend) => ({ error: 'M', trend, season }) as const);
    return fitForms('holt-winters-multiplicative', forms, series, warmStart);
  },
};
