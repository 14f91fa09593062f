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

/** Accuracy in the backtest, over all series of a run together. */
export const AccuracyNumbers = Type.Object(
  {
    series: Type.Integer({ description: 'How many series could be backtested.' }),
    naive_won: Type.Integer({
      description: 'In how many of them seasonal naive was as good as it gets, and is used.',
    }),
    mae: numberOrNull({ description: 'Units a period and series.' }),
    naive_mae: numberOrNull(),
    wape: numberOrNull(),
    naive_wape: numberOrNull(),
    bias: numberOrNull(),
    coverage80: numberOrNull(),
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
    season: integerOrNull(),
    origin: DayOrNull,
    quantiles: Type.Array(Type.Number()),
    series_total: Type.Integer(),
    series_done: Type.Integer({ description: 'Progress: out of series_total.' }),
    failures: Type.Record(Type.String(), Type.Integer(), {
      description: 'Failed models by cause. A failed series has a stand-in.',
    }),
    accuracy: refOrNull(AccuracyNumbers),
    failure: refOrNull(Failure),
    requested_by: textOrNull(),
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
          naive_won: 61,
          mae: 2.1,
          naive_mae: 2.9,
          wape: 0.47,
          naive_wape: 0.65,
          bias: -0.02,
          coverage80: 0.8,
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
        maximum: 730,
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
    product: Type.Object({ code: Type.String(), name: Type.String() }),
    location: Type.Object({ code: Type.String(), name: Type.String() }),
    model: textOrNull(),
    failures: Type.Array(Type.Object({ model: Type.String(), cause: Type.String() })),
  },
  { $id: 'RunFailure' },
);
export type RunFailure = Static<typeof RunFailure>;

export const RunFailurePage = pageOf(RunFailure);
export type RunFailurePage = Static<typeof RunFailurePage>;
