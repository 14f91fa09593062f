/** A model of ours, and the same model of statsforecast's. */
export interface Pair {
  readonly ours: string;
  readonly theirs: string;
  /** How much faster ours is to be. */
  readonly target: number;
  /** Series to be measured when nothing else is asked for: as many as take the peer some minutes. */
  readonly series: number;
}

export const pairs: readonly Pair[] = [
  { ours: 'auto-ets', theirs: 'AutoETS', target: 10, series: 100 },
  { ours: 'dynamic-optimized-theta', theirs: 'DynamicOptimizedTheta', target: 10, series: 100 },
  { ours: 'auto-ces', theirs: 'AutoCES', target: 10, series: 100 },
  { ours: 'auto-arima', theirs: 'AutoARIMA-exact', target: 20, series: 50 },
  { ours: 'ses', theirs: 'SES', target: 1, series: 500 },
  { ours: 'croston', theirs: 'CrostonClassic', target: 1, series: 500 },
  { ours: 'croston-optimized', theirs: 'CrostonOptimized', target: 1, series: 500 },
  { ours: 'croston-sba', theirs: 'CrostonSBA', target: 1, series: 500 },
  { ours: 'tsb', theirs: 'TSB', target: 1, series: 500 },
  { ours: 'adida', theirs: 'ADIDA', target: 1, series: 500 },
  { ours: 'imapa', theirs: 'IMAPA', target: 1, series: 500 },
];
