import { type Static, Type } from 'typebox';
import { Frequency } from './forecast.ts';
import { Failure } from './problem.ts';
import {
  DayOrNull,
  Id,
  Instant,
  InstantOrNull,
  integerOrNull,
  numberOrNull,
  oneOf,
  pageOf,
  refOrNull,
  textOrNull,
} from './schema.ts';

export const runStates = [
  'queued',
  'extracting',
  'training',
  'forecasting',
  'reconciling',
  'publishing',
  'published',
  'failed',
  'cancelled',
] as const;

/** Measured in the backtest: sums over series, origins and periods. Null where nothing could be measured. */
export const AccuracyNumbers = Type.Object(
  {
    series: Type.Integer({ description: 'Series that could be measured.' }),
    observations: Type.Integer({ description: 'Held-out values that were compared.' }),
    wape: numberOrNull({ description: 'Σ|forecast − actual| ÷ Σ|actual| of the models that were chosen.' }),
    naive_wape: numberOrNull({ description: 'The same of seasonal naive on the same values.' }),
    skill: numberOrNull({ description: '1 − wape ÷ naive_wape: what is saved over seasonal naive.' }),
    bias: numberOrNull({ description: 'Σ(forecast − actual) ÷ Σ|actual|.' }),
    coverage: Type.Record(Type.String(), numberOrNull(), {
      description: "Share of actuals inside the central interval, by its nominal share: '0.5', '0.8', '0.9'.",
    }),
    models: Type.Record(Type.String(), Type.Integer(), {
      description: 'Series by the model that forecasts them.',
    }),
    reasons: Type.Record(Type.String(), Type.Integer(), {
      description: 'Series by why that model was taken.',
    }),
    naive_won: Type.Integer({ description: 'Series where nothing beat seasonal naive, which is used then.' }),
    levels: Type.Record(
      Type.String(),
      Type.Object({ series: Type.Integer(), wape: numberOrNull(), naive_wape: numberOrNull() }),
      { description: 'The same by level: series, location, total.' },
    ),
  },
  { $id: 'AccuracyNumbers' },
);
export type AccuracyNumbers = Static<typeof AccuracyNumbers>;

export const Run = Type.Object(
  {
    run: Id,
    state: oneOf(runStates),
    current: Type.Boolean({ description: 'True for the run whose forecasts are served now.' }),
    frequency: Frequency,
    horizon: Type.Integer(),
    season: Type.Integer(),
    origin: DayOrNull,
    quantiles: Type.Array(Type.Number()),
    series_total: integerOrNull({ description: 'Series of all levels; null until counted.' }),
    series_done: Type.Integer({ description: 'Progress: out of series_total.' }),
    failures: Type.Record(Type.String(), Type.Integer(), {
      description: 'Failed models by cause. A failed series has a stand-in.',
    }),
    accuracy: refOrNull(AccuracyNumbers),
    failure: refOrNull(Failure),
    requested_by: textOrNull({ description: 'Name of the person or the key, or the import that asked.' }),
    created_at: Instant,
    started_at: InstantOrNull,
    finished_at: InstantOrNull,
  },
  {
    $id: 'Run',
    examples: [
      {
        run: 7,
        state: 'published',
        current: true,
        frequency: 'D',
        horizon: 28,
        season: 7,
        origin: '2011-12-09',
        quantiles: [0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95],
        series_total: 412,
        series_done: 412,
        failures: {},
        accuracy: {
          series: 398,
          observations: 33208,
          wape: 0.47,
          naive_wape: 0.65,
          skill: 0.277,
          bias: -0.02,
          coverage: { '0.5': 0.5, '0.8': 0.79, '0.9': 0.89 },
          models: { 'holt-winters': 120, 'croston-sba': 231, 'seasonal-naive': 61 },
          reasons: { 'best-in-backtest': 337, 'naive-won': 61, 'history-too-short': 14 },
          naive_won: 61,
          levels: { total: { series: 1, wape: 0.12, naive_wape: 0.19 } },
        },
        failure: null,
        requested_by: 'demo@shelfcast.example',
        created_at: '2026-04-01T06:00:03.000Z',
        started_at: '2026-04-01T06:00:03.000Z',
        finished_at: '2026-04-01T06:00:09.000Z',
      },
    ],
  },
);
export type Run = Static<typeof Run>;

export const RunPage = pageOf(Run);
export type RunPage = Static<typeof RunPage>;

export const NewRun = Type.Object(
  {
    horizon: Type.Optional(
      Type.Integer({
        minimum: 1,
        maximum: 366,
        description: 'Periods to forecast; 28 days, 13 weeks or 12 months by default.',
      }),
    ),
    frequency: Type.Optional(Frequency),
  },
  { $id: 'NewRun', additionalProperties: false, examples: [{ horizon: 28, frequency: 'D' }] },
);
export type NewRun = Static<typeof NewRun>;

/** A series on which a model failed in this run; `model` is what stands in, under its own name. */
export const RunFailure = Type.Object(
  {
    series: Id,
    product: Type.Object({ code: Type.String(), name: textOrNull() }),
    location: Type.Object({ code: Type.String(), name: textOrNull() }),
    model: Type.String(),
    failures: Type.Array(Type.Object({ model: Type.String(), cause: Type.String() })),
  },
  { $id: 'RunFailure' },
);
export type RunFailure = Static<typeof RunFailure>;

export const RunFailurePage = pageOf(RunFailure);
export type RunFailurePage = Static<typeof RunFailurePage>;
