import type { ErrorDetails, Frequency } from '@shelfcast/domain';

export type RunState =
  | 'queued'
  | 'extracting'
  | 'training'
  | 'forecasting'
  | 'reconciling'
  | 'publishing'
  | 'published'
  | 'failed'
  | 'cancelled';

/** States a run does not leave again. */
export const finalStates: readonly RunState[] = ['published', 'failed', 'cancelled'];

export interface RunFailure extends ErrorDetails {
  /** An error code of the catalogue, `run.nothing_to_forecast`. */
  readonly code: string;
  readonly title: string;
}

/**
 * How accurate the whole procedure is: the last horizon held out, the model chosen without it, then compared; over all series
 * of level `series` or an even sample of them. Null where nothing could be measured.
 */
export interface RunAccuracy {
  /** Series that were held out. */
  readonly series: number;
  /** Held-out values that were compared. */
  readonly observations: number;
  /** Σ|forecast − actual| / Σ|actual| */
  readonly wape: number | null;
  /** The same of seasonal naive on the same values. */
  readonly naiveWape: number | null;
  /** 1 − wape / naiveWape: what choosing a model saved over seasonal naive. */
  readonly skill: number | null;
  /** Σ(forecast − actual) / Σ|actual|. */
  readonly bias: number | null;
  /** Share of held-out values inside the central interval, by its nominal share: '0.5', '0.8', '0.9'. */
  readonly coverage: Readonly<Record<string, number | null>>;
  /** Series by the model that forecasts them. */
  readonly models: Readonly<Record<string, number>>;
  /** Series by why that model was taken. */
  readonly reasons: Readonly<Record<string, number>>;
  /** Series where nothing beat seasonal naive. */
  readonly naiveWon: number;
  /** By level, of the chosen models over the rolling origins of the backtest. */
  readonly levels: Readonly<
    Record<
      string,
      { readonly series: number; readonly wape: number | null; readonly naiveWape: number | null }
    >
  >;
}

/** A forecast run of one tenant. Days are `YYYY-MM-DD`, times ISO 8601 in UTC. */
export interface Run {
  readonly run: number;
  readonly state: RunState;
  readonly frequency: Frequency;
  /** Periods ahead. */
  readonly horizon: number;
  readonly season: number;
  readonly origins: number;
  readonly quantiles: readonly number[];
  /** Last day of the last whole period that was known; null until extracted. */
  readonly originOn: string | null;
  /** Series of all levels; null until extracted. */
  readonly seriesTotal: number | null;
  readonly seriesDone: number;
  /** Failed models by cause: how many series met it. The series were forecast by a stand-in under its own name. */
  readonly failures: Readonly<Record<string, number>>;
  readonly accuracy: RunAccuracy | null;
  readonly manifestKey: string | null;
  /** Blob key of all forecasts as one Parquet file, long; null until published. */
  readonly exportKey: string | null;
  readonly requestedBy: string;
  readonly createdAt: string;
  readonly startedAt: string | null;
  readonly finishedAt: string | null;
  readonly failure: RunFailure | null;
}
