import { type Static, Type } from 'typebox';
import { Forecast } from './forecast.ts';
import { AccuracyNumbers, Run } from './run.ts';
import { DayOrNull, Id, integerOrNull, ref, refOrNull } from './schema.ts';
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

/** How good the current run was in its backtest, as a whole and in parts, always beside seasonal naive. */
export const Accuracy = Type.Object(
  {
    run: refOrNull(Run),
    overall: refOrNull(AccuracyNumbers),
    by_model: Type.Array(Type.Object({ model: Type.String(), accuracy: ref(AccuracyNumbers) })),
    by_location: Type.Array(
      Type.Object({
        location: Type.Object({ location: Id, code: Type.String(), name: Type.String() }),
        accuracy: ref(AccuracyNumbers),
      }),
    ),
  },
  { $id: 'Accuracy' },
);
export type Accuracy = Static<typeof Accuracy>;
