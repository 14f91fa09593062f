import type { ForecastPlan, Panel, PanelForecast, SeriesOutcome } from '../contract.ts';
import type { SeriesBacktest } from '../panel/backtest-panel.ts';

/** What a worker is started with. All arrays lie in shared memory: nothing is copied, and chunks need no messages. */
export interface Job {
  readonly panel: Panel;
  readonly plan: ForecastPlan;
  readonly count: number;
  readonly chunkSize: number;
  /** One Int32: the next series that nobody has taken. */
  readonly next: SharedArrayBuffer;
  /** Where forecasts go; undefined for a backtest. */
  readonly forecast: Omit<PanelForecast, 'outcomes'> | undefined;
}

/** A chunk that is done: series [from, from + results.length). */
export type ChunkDone =
  | { readonly kind: 'forecast'; readonly from: number; readonly results: readonly SeriesOutcome[] }
  | { readonly kind: 'backtest'; readonly from: number; readonly results: readonly SeriesBacktest[] };
