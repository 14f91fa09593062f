import type { ArimaOrder } from './order.ts';

/** An ARIMA process with its numbers: what forecasts are made from. */
export interface ArimaProcess {
  readonly order: ArimaOrder;
  /** [φ, θ, Φ, Θ] */
  readonly coefficients: Float64Array;
  /** Mean of the differences: of the values where there are none. */
  readonly constant: number;
}
