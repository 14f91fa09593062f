/** A model of ours, and the same model of another library's. */
export interface Pair {
  readonly ours: string;
  readonly library: 'statsforecast' | 'augurs';
  readonly theirs: string;
  /** 7, except where the other library has the model without a season only. */
  readonly season: number;
  /** How much faster ours is to be. */
  readonly target: number;
  /** Series to be measured when nothing else is asked for: as many as take the peer some minutes. */
  readonly series: number;
}

const slow = { library: 'statsforecast', season: 7, target: 10, series: 100 } as const;
const quick = { library: 'statsforecast', season: 7, target: 1, series: 500 } as const;
const wasm = { library: 'augurs', target: 1, series: 100 } as const;

export const pairs: readonly Pair[] = [
  { ours: 'auto-ets', theirs: 'AutoETS', ...slow },
  { ours: 'dynamic-optimized-theta', theirs: 'DynamicOptimizedTheta', ...slow },
  { ours: 'auto-ces', theirs: 'AutoCES', ...slow },
  { ours: 'auto-arima', theirs: 'AutoARIMA-exact', ...slow, target: 20, series: 50 },
  { ours: 'ses', theirs: 'SES', ...quick },
  { ours: 'croston', theirs: 'CrostonClassic', ...quick },
  { ours: 'croston-optimized', theirs: 'CrostonOptimized', ...quick },
  { ours: 'croston-sba', theirs: 'CrostonSBA', ...quick },
  { ours: 'tsb', theirs: 'TSB', ...quick },
  { ours: 'adida', theirs: 'ADIDA', ...quick },
  { ours: 'imapa', theirs: 'IMAPA', ...quick },
  { ours: 'auto-ets', theirs: 'AutoETS', season: 1, ...wasm },
  { ours: 'mstl(auto-ets)', theirs: 'MSTL', season: 7, ...wasm },
];
