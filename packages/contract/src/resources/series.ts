import { type Static, Type } from 'typebox';
import { Day, DayOrNull, Id, integerOrNull, numberOrNull, oneOf, pageOf, textOrNull } from './schema.ts';

/** Why a series deserves a look. */
export const attentionKinds = [
  'rising',
  'falling',
  'inaccurate',
  'biased',
  'short-history',
  'no-recent-sales',
  'stand-in',
] as const;
export const Attention = oneOf(attentionKinds, {
  description:
    '`rising` / `falling`: expected to sell at least half as much again as, or at most half of, the last horizon. `inaccurate`: missed by more than it sold, in the backtest. `biased`: forecast over 30 % too much or too little. `short-history`: too little for a backtest. `no-recent-sales`: sold before, but nothing in the last horizon. `stand-in`: a model failed, and another forecasts it.',
});
export type Attention = (typeof attentionKinds)[number];

/** A series, and what the current run says about it. Everything from `run` on is null before the first run. */
export const Series = Type.Object(
  {
    series: Id,
    product: Type.Object({ code: Type.String(), name: textOrNull() }),
    location: Type.Object({ location: Id, code: Type.String(), name: textOrNull() }),
    first_sold_on: DayOrNull,
    last_sold_on: DayOrNull,
    run: integerOrNull(),
    model: textOrNull(),
    reason: textOrNull({ description: 'Why this model: see `Forecast`.' }),
    naive_won: Type.Unsafe<boolean | null>({
      type: ['boolean', 'null'],
      description: 'Nothing beat seasonal naive in the backtest.',
    }),
    total_mean: numberOrNull({ description: 'Units expected over the horizon.' }),
    total_low: numberOrNull({ description: '10 % quantile of the sum over the horizon.' }),
    total_high: numberOrNull({ description: '90 % quantile of the sum over the horizon.' }),
    total_last_horizon: numberOrNull({
      description:
        'Units sold over the same number of periods before the origin; null where much of it was closed or out of stock.',
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
        product: { code: '85123A', name: 'White hanging heart T-light holder' },
        location: { location: 1, code: 'GB', name: 'United Kingdom' },
        first_sold_on: '2010-12-01',
        last_sold_on: '2011-12-09',
        run: 7,
        model: 'holt-winters',
        reason: 'best-in-backtest',
        naive_won: false,
        total_mean: 2480.5,
        total_low: 2102,
        total_high: 2871,
        total_last_horizon: 2391,
        total_last_year: null,
        wape: 0.41,
        naive_wape: 0.58,
        bias: -0.03,
        coverage80: 0.79,
        attention: ['rising'],
      },
    ],
  },
);
export type Series = Static<typeof Series>;

export const SeriesPage = pageOf(Series);
export type SeriesPage = Static<typeof SeriesPage>;

/** `-` = from large to small. What is not known comes last either way. */
export const seriesSorts = [
  'product',
  '-product',
  'location',
  '-location',
  'model',
  '-model',
  'total_mean',
  '-total_mean',
  'total_last_horizon',
  '-total_last_horizon',
  'total_last_year',
  '-total_last_year',
  'wape',
  '-wape',
  'naive_wape',
  '-naive_wape',
  'bias',
  '-bias',
  'coverage80',
  '-coverage80',
] as const;
export type SeriesSort = (typeof seriesSorts)[number];

const attributes = Type.Record(Type.String(), Type.String());
const place = Type.Object({ location: Id, code: Type.String(), name: textOrNull() });

/** What files say of a series beside its sales. */
export const SeriesDetails = Type.Object(
  {
    series: Id,
    product: Type.Object({ code: Type.String(), name: textOrNull(), attributes }),
    location: Type.Object({ ...place.properties, attributes }),
    stock: Type.Array(
      Type.Object({
        location: place,
        day: Day,
        on_hand: numberOrNull({ description: 'Units; null where the file only says whether there was any.' }),
        out: Type.Boolean(),
      }),
      { description: 'Of the product at every location, as it was last stated.' },
    ),
    ahead: Type.Array(
      Type.Object({ from: Day, to: Day, drivers: Type.Record(Type.String(), Type.Number()) }),
      {
        description:
          'Prices, promotions and other drivers known for the year after the last day of sales; `to` included.',
      },
    ),
  },
  {
    $id: 'SeriesDetails',
    examples: [
      {
        series: 12,
        product: {
          code: '85123A',
          name: 'White hanging heart T-light holder',
          attributes: { category: 'light' },
        },
        location: { location: 1, code: 'GB', name: 'United Kingdom', attributes: {} },
        stock: [
          {
            location: { location: 1, code: 'GB', name: 'United Kingdom' },
            day: '2011-12-08',
            on_hand: 46,
            out: false,
          },
        ],
        ahead: [{ from: '2011-12-12', to: '2011-12-24', drivers: { price: 2.55, promotion: 1 } }],
      },
    ],
  },
);
export type SeriesDetails = Static<typeof SeriesDetails>;

/** How many series of the current run there are by each value a list can be filtered by. */
export const SeriesFacets = Type.Object(
  {
    run: integerOrNull(),
    total: Type.Integer(),
    models: Type.Record(Type.String(), Type.Integer()),
    attention: Type.Record(Type.String(), Type.Integer()),
    locations: Type.Array(Type.Object({ code: Type.String(), name: textOrNull(), series: Type.Integer() })),
  },
  { $id: 'SeriesFacets' },
);
export type SeriesFacets = Static<typeof SeriesFacets>;

export const stockOutKinds = ['stated', 'inferred'] as const;

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
    stock_outs: Type.Array(Type.Object({ index: Type.Integer(), kind: oneOf(stockOutKinds) }), {
      description:
        'Indices into units on which there was no stock, by a file of stock (`stated`: not observed by the models) or by what the sales around it say (`inferred`: shown, and left to the models). What was sold on such a day stands in units.',
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
        stock_outs: [{ index: 3, kind: 'stated' }],
      },
    ],
  },
);
export type History = Static<typeof History>;
