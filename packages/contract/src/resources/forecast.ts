import { type Static, Type } from 'typebox';
import { Day, Id, numberOrNull, oneOf, pageOf, ref, textOrNull } from './schema.ts';

export const levels = ['series', 'location', 'total'] as const;
export const frequencies = ['D', 'W', 'M'] as const;
export const Frequency = oneOf(frequencies, { description: 'D days, W weeks, M months.' });
export type Frequency = (typeof frequencies)[number];
export type Level = (typeof levels)[number];

/** quantiles['0.9'][i] is the value that sales of period i stay below in 9 of 10 cases. */
const Quantiles = Type.Record(Type.String(), Type.Array(Type.Number()));

/** How one model did on rolling origins. */
export const Score = Type.Object(
  {
    model: Type.String(),
    wape: numberOrNull(),
    rmsse: numberOrNull({ description: 'Below 1: better than one-step naive within the history.' }),
    mae: numberOrNull({ description: 'Units a period.' }),
    bias: numberOrNull(),
    coverage80: numberOrNull(),
    naive: Type.Boolean({ description: 'True for the seasonal-naive benchmark.' }),
  },
  { $id: 'Score' },
);
export type Score = Static<typeof Score>;

/** One published forecast: a series, a location's sum or the tenant's sum, exactly as the run published it. */
export const Forecast = Type.Object(
  {
    run: Id,
    level: oneOf(levels),
    series: Type.Optional(Id),
    product: Type.Optional(Type.Object({ code: Type.String(), name: textOrNull() })),
    location: Type.Optional(
      Type.Object({ location: Type.Optional(Id), code: Type.String(), name: textOrNull() }),
    ),
    frequency: Frequency,
    origin: Type.String({ format: 'date', description: 'The last day that was known.' }),
    from: Type.String({ format: 'date', description: 'First day of the first period.' }),
    horizon: Type.Integer({ description: 'How many periods.' }),
    season: Type.Integer({ description: 'Periods after which a pattern repeats.' }),
    model: Type.String(),
    reason: Type.String({
      description:
        'Why this model: `combined`, `best-in-backtest`, `naive-won`, `history-too-short`, `no-sales`, `only-candidate`, `stand-in`.',
    }),
    unit: Type.String(),
    mean: Type.Array(Type.Number()),
    quantiles: Quantiles,
    closed: Type.Array(Type.Integer(), {
      description: 'Indices of periods in which the location is closed.',
    }),
    closed_expected: Type.Optional(
      Type.Array(Type.Object({ index: Type.Integer(), because: Type.String() }), {
        description:
          'Those of them that nobody stated: inferred from the same feast in years before. `because` names it.',
      }),
    ),
    total: Type.Object(
      { mean: Type.Number(), quantiles: Type.Record(Type.String(), Type.Number()) },
      { description: 'Of the sum over the horizon: sampled, never the sum of quantiles.' },
    ),
    history: Type.Object({ total_same_days_last_year: numberOrNull(), total_last_horizon: numberOrNull() }),
    scores: Type.Array(ref(Score), { description: 'Backtest scoreboard, best first.' }),
    failures: Type.Array(Type.Object({ model: Type.String(), cause: Type.String() })),
    past: Type.Optional(
      Type.Object(
        { from: Day, values: Type.Array(numberOrNull()) },
        { description: 'Levels location and total only: what sold before the origin; null = closed.' },
      ),
    ),
  },
  {
    $id: 'Forecast',
    examples: [
      {
        run: 7,
        level: 'series',
        series: 12,
        product: { code: '85123A', name: 'White hanging heart T-light holder' },
        location: { code: 'GB', name: 'United Kingdom' },
        frequency: 'D',
        origin: '2011-12-09',
        from: '2011-12-10',
        horizon: 3,
        season: 7,
        model: 'holt-winters',
        reason: 'best-in-backtest',
        unit: 'each',
        mean: [0, 88.1, 93.4],
        quantiles: { '0.1': [0, 51.2, 55], '0.5': [0, 86.4, 91.7], '0.9': [0, 129.3, 136.8] },
        closed: [0],
        total: { mean: 181.5, quantiles: { '0.1': 124.2, '0.5': 179.9, '0.9': 243.1 } },
        history: { total_same_days_last_year: 164, total_last_horizon: 171 },
        scores: [
          {
            model: 'holt-winters',
            wape: 0.41,
            rmsse: 0.83,
            mae: 31.2,
            bias: -0.03,
            coverage80: 0.79,
            naive: false,
          },
          {
            model: 'seasonal-naive',
            wape: 0.58,
            rmsse: 1.12,
            mae: 44.8,
            bias: 0.01,
            coverage80: 0.77,
            naive: true,
          },
        ],
        failures: [],
      },
    ],
  },
);
export type Forecast = Static<typeof Forecast>;

export const ForecastBatchRequest = Type.Object(
  {
    series: Type.Array(Id, { minItems: 1, maxItems: 1000, uniqueItems: true }),
    run: Type.Optional(Id),
  },
  { $id: 'ForecastBatchRequest', additionalProperties: false, examples: [{ series: [12, 13, 14] }] },
);
export type ForecastBatchRequest = Static<typeof ForecastBatchRequest>;

export const ForecastBatch = Type.Object(
  {
    run: Id,
    items: Type.Array(ref(Forecast)),
    missing: Type.Array(Id, { description: 'Asked for, but not in this run.' }),
  },
  { $id: 'ForecastBatch' },
);
export type ForecastBatch = Static<typeof ForecastBatch>;

/** A forecast that was published earlier, beside what then really sold. */
export const PastForecast = Type.Object(
  {
    run: Id,
    origin: Day,
    from: Day,
    frequency: Frequency,
    horizon: Type.Integer(),
    model: Type.String(),
    published_at: textOrNull({ format: 'date-time' }),
    mean: Type.Array(Type.Number()),
    quantiles: Quantiles,
    actual: Type.Array(numberOrNull(), { description: 'What sold; null = closed, or not known yet.' }),
    observed: Type.Integer({ description: 'How many periods have an actual.' }),
    wape: numberOrNull({ description: 'Over the observed periods.' }),
    bias: numberOrNull(),
    coverage80: numberOrNull(),
  },
  { $id: 'PastForecast' },
);
export type PastForecast = Static<typeof PastForecast>;

export const PastForecastPage = pageOf(PastForecast);
export type PastForecastPage = Static<typeof PastForecastPage>;
