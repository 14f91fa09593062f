import type { Forecast, Score } from '@shelfcast/contract';
import { instantOf } from '../format/periods.ts';
import { type Demand, expected, FIRST_AHEAD, HORIZON, isClosed, ORIGIN } from './demand.ts';
import { randomFrom } from './random.ts';
import { PRODUCT_NOISE, SUM_NOISE, salesOf, spread } from './sales.ts';

const normals = {
  '0.05': -1.645,
  '0.1': -1.282,
  '0.25': -0.674,
  '0.5': 0,
  '0.75': 0.674,
  '0.9': 1.282,
  '0.95': 1.645,
} as const;
const round = (value: number) => Math.round(value * 1000) / 1000;

interface Parts {
  readonly run: number;
  readonly level: Forecast['level'];
  readonly demand: Demand;
  readonly head: Pick<Forecast, 'series' | 'product' | 'location'>;
}

/** A forecast as the API serves it, from the same demand the history is drawn from. */
export function forecastOf({ run, level, demand, head }: Parts): Forecast {
  const noise = level === 'series' ? PRODUCT_NOISE : SUM_NOISE;
  const start = instantOf(FIRST_AHEAD);
  const instants = Array.from({ length: HORIZON }, (_, i) => start + i * 86_400_000);
  const mean = instants.map((instant) => expected(demand, instant));
  const closed = instants.flatMap((instant, i) => (isClosed(demand, instant) ? [i] : []));
  const total = mean.reduce((sum, value) => sum + value, 0);
  // Days move together in part, so the sum spreads more than independent days would and less than the sum of quantiles.
  const totalSpread =
    Math.sqrt(mean.reduce((sum, value) => sum + spread(value, noise) ** 2, 0)) + total * 0.035;
  const past = salesOf(demand, noise);
  const sum = (values: (number | null)[]) => values.reduce<number>((all, value) => all + (value ?? 0), 0);
  const scores = scoresOf(
    demand,
    mean.reduce((all, value) => all + spread(value, noise) * 0.8, 0) / HORIZON,
    total / HORIZON,
  );
  const best = scores[0]!;
  return {
    run,
    level,
    ...head,
    frequency: 'D',
    origin: ORIGIN,
    from: FIRST_AHEAD,
    horizon: HORIZON,
    season: 7,
    model: best.model,
    reason: failedIn(demand) ? 'stand-in' : best.naive ? 'naive-won' : 'best-in-backtest',
    unit: 'each',
    mean: mean.map(round),
    quantiles: Object.fromEntries(
      Object.entries(normals).map(([key, z]) => [
        key,
        mean.map((value, i) => round(Math.max(0, value + z * spread(value, noise) * (1 + i * 0.006)))),
      ]),
    ),
    closed,
    total: {
      mean: round(total),
      quantiles: Object.fromEntries(
        Object.entries(normals).map(([key, z]) => [key, round(Math.max(0, total + z * totalSpread))]),
      ),
    },
    history: {
      total_same_days_last_year: sum(past.slice(past.length - 364, past.length - 364 + HORIZON)),
      total_last_horizon: sum(past.slice(-HORIZON)),
    },
    scores,
    failures: failedIn(demand) ? [{ model: 'holt-winters', cause: 'did not converge' }] : [],
    ...(level === 'series' ? {} : { past: { from: pastFrom(past.length), values: past } }),
  };
}

const pastFrom = (days: number) =>
  new Date(instantOf(FIRST_AHEAD) - days * 86_400_000).toISOString().slice(0, 10);

/** One series in 37 has a model that failed. */
export const failedIn = (demand: Demand) => demand.seed % 37 === 0;

/** A backtest scoreboard, best first; in about one series of seven naive wins. */
export function scoresOf(demand: Demand, typicalError: number, typicalSale: number): Score[] {
  const random = randomFrom(demand.seed * 13 + 5);
  const candidates: [string, number][] = [
    ['holt-winters', 0.98 + random() * 0.3],
    ['window-average', 1.1 + random() * 0.3],
    ['ses', 1.15 + random() * 0.25],
    ['croston-sba', 1.3 + random() * 0.4],
    ['seasonal-naive', random() < 0.15 ? 0.94 : 1.3 + random() * 0.25],
  ];
  return candidates
    .filter(([model]) => model !== 'holt-winters' || !failedIn(demand))
    .map(([model, factor]) => ({
      model,
      wape: round((typicalError * factor) / Math.max(0.01, typicalSale)),
      rmsse: round(0.72 * factor),
      mae: round(typicalError * factor),
      bias: round((random() - 0.52) * 0.14),
      coverage80: round(0.77 + random() * 0.06),
      naive: model === 'seasonal-naive',
    }))
    .sort((a, b) => a.mae - b.mae);
}
