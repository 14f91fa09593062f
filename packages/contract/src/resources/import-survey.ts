import { type Static, Type } from 'typebox';
import { Mapping, uploadKinds } from './import.ts';
import { Failure } from './problem.ts';
import { Day, DayOrNull, integerOrNull, oneOf, ref, refOrNull, textOrNull } from './schema.ts';

/** How a column is known to be about people. */
export const personalKinds = ['name', 'e-mail', 'phone', 'card', 'iban', 'person', 'address'] as const;

const Reason = Type.Object({
  cause: Type.String({ description: 'An error code, `upload.invalid_date`.' }),
  rows: Type.Integer(),
  examples: Type.Array(
    Type.Object({
      row: Type.Integer({ description: '1 = the first row below the header.' }),
      field: Type.Optional(Type.String()),
      value: Type.Optional(Type.String()),
    }),
  ),
  remedy: textOrNull({ description: 'Null: the row is rightly left out.' }),
});

const NewCodes = Type.Object({ count: Type.Integer(), examples: Type.Array(Type.String()) });

const Facts = Type.Object({
  count: Type.Integer(),
  planned: Type.Integer({ description: 'Those that hold from a day to come.' }),
  locations: Type.Integer({ description: 'Distinct locations that are named.' }),
  says: Type.Array(Type.Object({ name: Type.String(), rows: Type.Integer() }), {
    description: 'Attributes, or drivers of prices, and how many rows state each.',
  }),
  first_day: DayOrNull,
  last_day: DayOrNull,
  examples: Type.Object(
    { columns: Type.Array(Type.String()), rows: Type.Array(Type.Array(Type.String())) },
    { description: 'The first rows, as they were understood.' },
  ),
});

const Report = Type.Object({
  kind: oneOf(uploadKinds),
  facts: Type.Union([Facts, Type.Null()], { description: 'Of a file without sales; null for sales.' }),
  layout: Type.String(),
  mapping: ref(Mapping),
  columns: Type.Array(Type.String()),
  personal_columns: Type.Array(Type.String(), { description: 'Columns about people: never stored.' }),
  personal: Type.Array(Type.Object({ column: Type.String(), why: oneOf(personalKinds) }), {
    description: 'Why each of them is taken for one: by its name, or by what most of its cells hold.',
  }),
  correction_of: integerOrNull({ description: 'The import whose rejected rows these are, corrected.' }),
  stated_totals: Type.Array(
    Type.Object({
      day: DayOrNull,
      field: Type.String(),
      stated: Type.String(),
      ours: Type.String(),
      agrees: Type.Boolean(),
    }),
    {
      description:
        'Totals that the file itself states, of a day or (null) of the whole file, beside the sum of its rows. The first 100.',
    },
  ),
  rows: Type.Object(
    {
      in: Type.Integer(),
      loaded: Type.Integer(),
      skipped: Type.Integer(),
      rejected: Type.Integer(),
    },
    { description: 'in = loaded + skipped + rejected.' },
  ),
  skipped: Type.Array(Reason),
  rejected: Type.Array(Reason),
  first_sold_on: DayOrNull,
  last_sold_on: DayOrNull,
  days: Type.Array(
    Type.Object({
      day: Day,
      lines: Type.Integer(),
      units: Type.Number({ description: 'Units sold less units returned.' }),
      revenue: textOrNull({
        description: 'Decimal text, to be held against the till’s own report of the day.',
      }),
    }),
  ),
  gaps: Type.Array(Type.Object({ location: Type.String(), from: Day, to: Day, days: Type.Integer() }), {
    description: 'Stretches in which a location sold nothing, long for its habit. The longest 50.',
  }),
  spikes: Type.Array(Type.Object({ day: Day, units: Type.Number(), usual: Type.Number() }), {
    description: 'Days that sold many times the median around them. The largest 20.',
  }),
  repeated_lines: Type.Integer({
    description: 'Lines that equal an earlier one of their order. They are kept.',
  }),
  units_returned: Type.Number(),
  products: Type.Object({
    count: Type.Integer(),
    more: Type.Boolean({ description: 'There are more; counting stopped.' }),
    new: NewCodes,
  }),
  locations: Type.Object({
    list: Type.Array(
      Type.Object({
        code: Type.String(),
        lines: Type.Integer(),
        first_sold_on: Day,
        last_sold_on: Day,
      }),
    ),
    new: NewCodes,
  }),
  currencies: Type.Array(Type.String()),
  units: Type.Array(Type.String()),
});

/** What a file holds, found out before anything of it is loaded. */
export const ImportSurvey = Type.Object(
  {
    report: Type.Union([Report, Type.Null()], { description: 'Null while a question is open.' }),
    /** A question that a mapping answers. */
    problem: refOrNull(Failure),
    mapping: refOrNull(Mapping),
    sample: Type.Union([
      Type.Object({
        format: Type.String(),
        columns: Type.Array(Type.String()),
        personal_columns: Type.Array(Type.String()),
        sheets: Type.Array(Type.String(), { description: 'Of a workbook: its visible sheets.' }),
        rows: Type.Array(Type.Array(Type.String()), {
          description: 'The first rows; columns about people are blanked.',
        }),
      }),
      Type.Null(),
    ]),
  },
  { $id: 'ImportSurvey' },
);
export type ImportSurvey = Static<typeof ImportSurvey>;
