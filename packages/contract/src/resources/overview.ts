import { type Static, Type } from 'typebox';
import { Forecast } from './forecast.ts';
import { AccuracyNumbers, Run } from './run.ts';
import { DayOrNull, Id, integerOrNull, numberOrNull, ref, refOrNull, textOrNull } from './schema.ts';
import { Attention, Series } from './series.ts';

/** The first page: what will sell, how sure we are, what needs a look. */
export const Overview = Type.Object(
  {
    run: refOrNull(Run),
    total: refOrNull(Forecast),
    locations: Type.Array(ref(Forecast), {
      description: 'The locations that will sell the most, at most 24.',
    }),
    accuracy: refOrNull(AccuracyNumbers),
    attention: Type.Array(
      Type.Object({
        kind: Attention,
        count: Type.Integer(),
        series: Type.Array(ref(Series), { description: 'At most 5, those that sell the most.' }),
      }),
    ),
    counts: Type.Object({ products: Type.Integer(), locations: Type.Integer(), series: Type.Integer() }),
    data: Type.Object({
      last_sold_on: DayOrNull,
      last_import: integerOrNull(),
      active_run: integerOrNull({ description: 'A run that is under way.' }),
      active_import: integerOrNull({ description: 'An import that is under way.' }),
    }),
  },
  { $id: 'Overview' },
);
export type Overview = Static<typeof Overview>;

const Medians = {
  series: Type.Integer(),
  naive_won: Type.Integer(),
  median_wape: numberOrNull(),
  median_naive_wape: numberOrNull(),
  median_bias: numberOrNull(),
};

/** How good the current run was in its backtest, as a whole and in parts, always beside seasonal naive. */
export const Accuracy = Type.Object(
  {
    run: refOrNull(Run),
    overall: refOrNull(AccuracyNumbers),
    by_model: Type.Array(Type.Object({ model: Type.String(), ...Medians }), {
      description: 'Medians over the series that a model forecasts, most series first.',
    }),
    by_location: Type.Array(
      Type.Object({
        location: Type.Object({ location: Id, code: Type.String(), name: textOrNull() }),
        ...Medians,
      }),
      { description: 'Medians over the series of a location, most series first; at most 100.' },
    ),
    runs: Type.Array(
      Type.Object({
        run: Id,
        origin: DayOrNull,
        wape: numberOrNull(),
        naive_wape: numberOrNull(),
        bias: numberOrNull(),
        coverage80: numberOrNull(),
      }),
      { description: 'The last 20 published runs, oldest first.' },
    ),
  },
  { $id: 'Accuracy' },
);
export type Accuracy = Static<typeof Accuracy>;
