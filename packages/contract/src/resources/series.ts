import { type Static, Type } from 'typebox';
import { Day, DayOrNull, Id, integerOrNull, numberOrNull, oneOf, pageOf, textOrNull } from './schema.ts';

/** Why a series deserves a look, worst first. */
export const attentionKinds = [
  'failed',
  'naive-won',
  'high-bias',
  'short-history',
  'no-sales',
  'stale',
] as const;
export const Attention = oneOf(attentionKinds, {
  description:
    '`failed`: a model failed and a simpler one stands in. `naive-won`: no model beats repeating last season. `high-bias`: forecasts lean to one side. `short-history`: too few days to backtest. `no-sales`: nothing sold in its history. `stale`: its data ends well before the others.',
});
export type Attention = (typeof attentionKinds)[number];

export const Product = Type.Object(
  { product: Id, code: Type.String(), name: Type.String() },
  { $id: 'Product' },
);
export type Product = Static<typeof Product>;

/** A series, and what the current run says about it. Everything from `run` on is null before the first run. */
export const Series = Type.Object(
  {
    series: Id,
    product: Type.Object({ product: Id, code: Type.String(), name: Type.String() }),
    location: Type.Object({ location: Id, code: Type.String(), name: Type.String() }),
    first_sold_on: DayOrNull,
    last_sold_on: DayOrNull,
    run: integerOrNull(),
    model: textOrNull(),
    naive_won: Type.Unsafe<boolean | null>({ type: ['boolean', 'null'] }),
    total_mean: numberOrNull({ description: 'Units expected over the horizon.' }),
    total_last_horizon: numberOrNull({
      description: 'Units sold over the same number of periods before the origin.',
    }),
    total_last_year: numberOrNull({
      description: 'Units sold over the same days last year, where the history reaches.',
    }),
    wape: numberOrNull({
      description: 'Σ|forecast − actual| ÷ Σ|actual| in the backtest: 0.25 = off by a quarter.',
    }),
    naive_wape: numberOrNull({ description: 'The same for seasonal naive.' }),
    bias: numberOrNull({
      description: 'Σ(forecast − actual) ÷ Σ|actual|: positive = forecasts were too high.',
    }),
    coverage80: numberOrNull({ description: 'Share of actuals inside the 80 % band.' }),
    attention: Type.Array(Attention),
  },
  {
    $id: 'Series',
    examples: [
      {
        series: 12,
        product: { product: 4, code: '85123A', name: 'White hanging heart T-light holder' },
        location: { location: 1, code: 'GB', name: 'United Kingdom' },
        first_sold_on: '2010-12-01',
        last_sold_on: '2011-12-09',
        run: 7,
        model: 'holt-winters',
        naive_won: false,
        total_mean: 2480.5,
        total_last_horizon: 2391,
        total_last_year: null,
        wape: 0.41,
        naive_wape: 0.58,
        bias: -0.03,
        coverage80: 0.79,
        attention: [],
      },
    ],
  },
);
export type Series = Static<typeof Series>;

export const SeriesPage = pageOf(Series);
export type SeriesPage = Static<typeof SeriesPage>;

export const seriesSorts = [
  'product',
  '-product',
  'location',
  '-location',
  'total_mean',
  '-total_mean',
  'wape',
  '-wape',
  'bias',
  '-bias',
  'last_sold_on',
  '-last_sold_on',
] as const;
export type SeriesSort = (typeof seriesSorts)[number];

/** What really sold, a value a day. A day on which the location was closed is null: it is no zero. */
export const History = Type.Object(
  {
    series: Id,
    from: Day,
    frequency: Type.Literal('D'),
    unit: Type.String(),
    units: Type.Array(numberOrNull(), { description: 'units[i] sold on day from + i; null = closed.' }),
    revenue: Type.Optional(Type.Array(numberOrNull())),
    currency: textOrNull(),
    closed: Type.Array(Type.Integer(), {
      description: 'Indices into units on which the location was closed.',
    }),
  },
  {
    $id: 'History',
    examples: [
      {
        series: 12,
        from: '2011-12-06',
        frequency: 'D',
        unit: 'each',
        units: [93, null, 105, 88],
        revenue: [248.3, null, 290.1, 240.8],
        currency: 'GBP',
        closed: [1],
      },
    ],
  },
);
export type History = Static<typeof History>;
