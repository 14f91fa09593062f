import type { ArimaEstimate } from '../../kernels/arima/fit.ts';
import { forecastArima } from '../../kernels/arima/forecast.ts';
import { MissingFilter } from '../../kernels/arima/missing-filter.ts';
import type { ArimaOrder } from '../../kernels/arima/order.ts';
import { differencing, writtenOut } from '../../kernels/arima/polynomials.ts';
import type { ArimaProcess } from '../../kernels/arima/process.ts';
import { estimateAutomatically, observedPart } from '../arima/estimate.ts';
import type { ErrorFamily, ErrorProcess } from './error-process.ts';
import { etsErrors } from './ets-errors.ts';

/** Longer seasons are left to the regression's columns: seasonal terms of weeks in a year would cost seconds. */
const LONGEST_SEASON = 24;

interface ArimaErrors extends ErrorProcess {
  readonly estimate: ArimaEstimate;
}

/**
 * ARIMA errors with automatic order (Hyndman & Khandakar 2008), columns filtered by the exact Kalman filter (Harvey &
 * Phillips 1979, Biometrika 66). The order is chosen once, from what the columns leave under ETS errors; after a warm start
 * it stays and only the coefficients are estimated anew.
 */
export const arimaErrors: ErrorFamily = {
  first: etsErrors.first,
  search(errors, season, from) {
    const part = observedPart(errors);
    // A regression without an observed error is refused before it comes here.
    if (part === undefined) return from;
    const seasonal = season <= LONGEST_SEASON ? season : 1;
    const earlier = (from as Partial<ArimaErrors>).estimate;
    const estimate = estimateAutomatically(part.values, seasonal, earlier);
    return { ...arimaProcess(estimate.order, estimate.coefficients), estimate } satisfies ArimaErrors;
  },
};

/** Errors of one ARIMA process; coefficients as [φ, θ, Φ, Θ]. The regression has a level of its own, and a drift would be
 * a trend without end: there is no constant. */
export function arimaProcess(order: ArimaOrder, coefficients: Float64Array): ErrorProcess {
  const process: ArimaProcess = { order, coefficients, constant: 0 };
  const arma = writtenOut(order, coefficients);
  const { p, d, q, P, D, Q } = order;
  return {
    constants: { p, d, q, P, D, Q },
    filter(rows, width, observed, into) {
      // The target is the last column; its gaps are the filter's.
      const columns = Array.from({ length: width }, (_, c) => {
        const column = width - 1 - c;
        return Float64Array.from(observed, (seen, t) => (seen ? rows[t * width + column] : Number.NaN));
      });
      const filter = new MissingFilter(columns, order);
      filter.run(arma);
      for (let c = 0; c < width; c++)
        for (let t = 0; t < filter.used; t++) into[t * width + width - 1 - c] = filter.standardised[c][t];
      return filter.used;
    },
    innovations(errors) {
      const origins = Int32Array.from({ length: errors.length - 1 }, (_, i) => i + 1);
      const ahead = forecastArima(errors, process, origins, 1);
      return errors.map((error, t) => (t === 0 ? Number.NaN : error - ahead[t - 1]));
    },
    forecast: (errors, origins, horizon) => forecastArima(errors, process, origins, horizon),
    echoes(horizon) {
      const delta = differencing(order);
      const echoes = new Float64Array(Math.max(0, horizon - 1));
      // ψ weights of the process in levels: those of its ARMA part, summed up as differencing demands (Box & Jenkins 1976, 5.1).
      const short = new Float64Array(echoes.length);
      for (let i = 0; i < echoes.length; i++) {
        short[i] = arma.ma[i] ?? 0;
        for (let k = 0; k < arma.ar.length && k <= i; k++)
          short[i] += arma.ar[k] * (k === i ? 1 : short[i - 1 - k]);
        echoes[i] = short[i];
        for (let k = 0; k < delta.length && k <= i; k++)
          echoes[i] += delta[k] * (k === i ? 1 : echoes[i - 1 - k]);
      }
      return echoes;
    },
  };
}
