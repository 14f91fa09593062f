/** What needs a planner's eye, and why. */
export type Attention =
  /** Expected to sell at least half as much again as in the last horizon. */
  | 'rising'
  /** Expected to sell at most half of the last horizon. */
  | 'falling'
  /** The chosen model missed by more than the series sold, in the backtest. */
  | 'inaccurate'
  /** The chosen model forecast over 30 % too much or too little in the backtest. */
  | 'biased'
  /** Too little history for a backtest. */
  | 'short-history'
  /** Sold before, but nothing in the last horizon. */
  | 'no-recent-sales'
  /** A model failed on this series, and another stood in. */
  | 'stand-in';

/** One series of a run, narrow: for lists, sorting and search. Totals are sums over the horizon, in units. */
export interface SeriesSummary {
  readonly series: number;
  readonly product: { readonly code: string; readonly name: string | null };
  readonly location: { readonly location: number; readonly code: string; readonly name: string | null };
  readonly model: string;
  readonly reason: string;
  /** Seasonal naive was at least as good as every model in the backtest. */
  readonly naiveWon: boolean;
  readonly totalMean: number;
  /** The 10 % and 90 % quantiles of the sum. */
  readonly totalLow: number;
  readonly totalHigh: number;
  readonly totalLastHorizon: number | null;
  readonly totalLastYear: number | null;
  readonly wape: number | null;
  readonly naiveWape: number | null;
  readonly bias: number | null;
  readonly coverage80: number | null;
  readonly attention: readonly Attention[];
  /** Models that failed on the series, with cause. */
  readonly failures: readonly { readonly model: string; readonly cause: string }[];
}

export type SummarySort =
  | 'product'
  | 'location'
  | 'model'
  | 'total'
  | 'lastHorizon'
  | 'lastYear'
  | 'wape'
  | 'naiveWape'
  | 'bias'
  | 'coverage'
  | 'series';

export interface SummaryQuery {
  readonly run: number;
  /** Words that must all occur in the codes or names of product and location, in any case. */
  readonly search?: string;
  /** A location's code. */
  readonly location?: string;
  /** An attribute of the product, as the ledger knows it now. */
  readonly attribute?: { readonly name: string; readonly value: string };
  readonly model?: string;
  readonly attention?: Attention;
  /** Only series on which a model failed. */
  readonly failed?: boolean;
  /** Default `total`. */
  readonly sort?: SummarySort;
  /** Default true. What is null comes last either way. */
  readonly descending?: boolean;
  /** As returned in `next`, with the same filters and order. */
  readonly cursor?: string;
  readonly limit: number;
}

export interface SummaryPage {
  readonly items: readonly SeriesSummary[];
  /** Cursor of the page that follows, or null. */
  readonly next: string | null;
}

/** How many series there are by each value one can filter by. */
export interface SummaryFacets {
  readonly total: number;
  readonly models: Readonly<Record<string, number>>;
  readonly attention: Readonly<Record<string, number>>;
  readonly locations: readonly {
    readonly code: string;
    readonly name: string | null;
    readonly series: number;
  }[];
}
