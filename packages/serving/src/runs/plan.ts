import { type Frequency, runErrors, ShelfcastError } from '@shelfcast/domain';

export interface RunWish {
  /** `D` a day, `W` an ISO week (Monday first), `M` a calendar month. Default `D`. */
  readonly frequency?: string;
  /** Periods ahead. Default: 28 days, 13 weeks, 12 months. */
  readonly horizon?: number;
  /** Who asked: `user:<id>`, `key:<id>`, `import:<id>`, `start`. */
  readonly requestedBy: string;
}

export interface RunPlan {
  readonly frequency: Frequency;
  readonly horizon: number;
  /** Periods a season has. Extract takes 1 instead where the history holds fewer than two seasons. */
  readonly season: number;
  /** Rolling origins of the backtest, where history allows. */
  readonly origins: number;
  readonly quantiles: readonly number[];
}

/** The quantiles every run of the platform gives: central intervals of 50, 80 and 90 % and the median. */
export const platformQuantiles: readonly number[] = [0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95];

// Longest horizons: about two years of weeks and months, one of days; beyond, no seasonal model has anything to say.
const frequencies: Readonly<Record<Frequency, { horizon: number; longest: number; season: number }>> = {
  D: { horizon: 28, longest: 366, season: 7 },
  W: { horizon: 13, longest: 104, season: 52 },
  M: { horizon: 12, longest: 36, season: 12 },
};

/** What will be run for a wish: defaults filled in, the impossible refused. */
export function planRun(wish: Omit<RunWish, 'requestedBy'>): RunPlan {
  const frequency = wish.frequency ?? 'D';
  if (frequency !== 'D' && frequency !== 'W' && frequency !== 'M') {
    throw new ShelfcastError(runErrors.unknown_frequency, {
      detail: `“${String(frequency).slice(0, 40)}” is not a frequency we forecast at.`,
      remedy: 'Ask for D (days), W (weeks) or M (months).',
      where: { field: 'frequency' },
    });
  }
  const known = frequencies[frequency];
  const horizon = wish.horizon ?? known.horizon;
  if (!Number.isInteger(horizon) || horizon < 1 || horizon > known.longest) {
    throw new ShelfcastError(runErrors.horizon_out_of_range, {
      detail: `A horizon of ${horizon} is out of range for frequency ${frequency}.`,
      remedy: `Ask for a whole number from 1 to ${known.longest}.`,
      where: { field: 'horizon' },
    });
  }
  return { frequency, horizon, season: known.season, origins: 3, quantiles: platformQuantiles };
}
