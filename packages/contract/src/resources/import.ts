import { type Static, Type } from 'typebox';
import { Failure } from './problem.ts';
import {
  DayOrNull,
  Id,
  Instant,
  InstantOrNull,
  integerOrNull,
  oneOf,
  pageOf,
  refOrNull,
  textOrNull,
} from './schema.ts';

export const dateOrders = ['dmy', 'mdy'] as const;
export const importStates = [
  'queued',
  'surveying',
  'surveyed',
  'loading',
  'committed',
  'failed',
  'undone',
  'unchanged',
  'discarded',
] as const;

export const uploadKinds = ['sales', 'products', 'locations', 'prices', 'stock', 'hours', 'events'] as const;

const Column = Type.String({ minLength: 1, maxLength: 200 });
const Columns = Type.Array(Column, { minItems: 1, maxItems: 20 });

/** Which columns of the file hold what. What is left out is recognised by the header; null: the file has no such column. */
export const Mapping = Type.Object(
  {
    kind: Type.Optional(
      oneOf(uploadKinds, { description: 'What the file holds, where its header leaves that open.' }),
    ),
    columns: Type.Optional(
      Type.Record(Type.String({ maxLength: 40 }), Type.String({ maxLength: 200 }), {
        maxProperties: 40,
        description:
          'Of a file without sales: which column means what, by the meanings of its kind (`product`, `on_hand`, `from`). An empty name: the file has no such column.',
      }),
    ),
    product: Type.Optional({ ...Columns, description: 'Columns that together name the product.' }),
    product_name: Type.Optional(textOrNull({ minLength: 1, maxLength: 200 })),
    location: Type.Optional({ ...Columns, description: 'Columns that together name the location.' }),
    date: Type.Optional(Column),
    value: Type.Optional({ ...Column, description: 'The column with the units sold.' }),
    revenue: Type.Optional(textOrNull({ minLength: 1, maxLength: 200 })),
    order: Type.Optional(textOrNull({ minLength: 1, maxLength: 200 })),
    line: Type.Optional(textOrNull({ minLength: 1, maxLength: 200 })),
    known: Type.Optional({ ...Columns, description: 'Numeric columns known in advance: price, promotion.' }),
    closed: Type.Optional(
      textOrNull({
        minLength: 1,
        maxLength: 200,
        description: 'Says that the location was closed that day (1, true, yes).',
      }),
    ),
    sheet: Type.Optional(
      Type.String({ minLength: 1, maxLength: 200, description: 'The sheet of a workbook that has several.' }),
    ),
    day_ends_at: Type.Optional(
      Type.Integer({
        minimum: 0,
        maximum: 12,
        description: 'Hour at which a business day ends: what is sold before it belongs to the day before.',
      }),
    ),
    date_order: Type.Optional(
      oneOf(dateOrders, { description: 'How dates such as 3/4/2025 are written: day first or month first.' }),
    ),
  },
  {
    $id: 'Mapping',
    additionalProperties: false,
    examples: [{ product: ['item'], location: ['store'], date: 'date', value: 'units' }],
  },
);
export type Mapping = Static<typeof Mapping>;

/** One file on its way into the ledger. rows_in = rows_loaded + rows_skipped + rows_rejected once it has ended. */
export const Import = Type.Object(
  {
    import: Id,
    state: oneOf(importStates, {
      description:
        '`surveyed`: it waits to be confirmed, mapped anew or discarded. `unchanged`: the same content was imported before, nothing was added. `undone`: its rows were taken back.',
    }),
    file_name: Type.String(),
    file_bytes: Type.Integer(),
    content_sha256: textOrNull({ description: 'Null until a file that came in pieces has been read once.' }),
    kind: oneOf(uploadKinds, { description: 'What it holds; `sales` until its layout is recognised.' }),
    layout: textOrNull({ description: 'The layout that was recognised.' }),
    bytes_read: Type.Integer({ description: 'Progress: out of file_bytes.' }),
    rows_in: Type.Integer(),
    rows_loaded: Type.Integer(),
    rows_skipped: Type.Integer(),
    rows_rejected: Type.Integer(),
    rows_superseded: Type.Integer({ description: 'Earlier sale lines that this import replaced.' }),
    skipped_by_cause: Type.Record(Type.String(), Type.Integer()),
    rejected_by_cause: Type.Record(Type.String(), Type.Integer()),
    same_as: integerOrNull({
      description: 'The earlier import of the same content, where this one is `unchanged`.',
    }),
    correction_of: integerOrNull({
      description: 'The import whose rejected rows this one brings corrected.',
    }),
    first_sold_on: DayOrNull,
    last_sold_on: DayOrNull,
    run: integerOrNull({ description: 'The run that this import started (`forecast=true`), once it has.' }),
    failure: refOrNull(Failure),
    created_by: textOrNull(),
    created_at: Instant,
    started_at: InstantOrNull,
    finished_at: InstantOrNull,
  },
  {
    $id: 'Import',
    examples: [
      {
        import: 3,
        state: 'committed',
        file_name: 'sales-march.csv',
        file_bytes: 1048576,
        content_sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
        kind: 'sales',
        layout: 'long-table',
        bytes_read: 1048576,
        rows_in: 20000,
        rows_loaded: 19990,
        rows_skipped: 8,
        rows_rejected: 2,
        rows_superseded: 0,
        skipped_by_cause: { 'upload.not_a_product': 8 },
        rejected_by_cause: { 'upload.invalid_date': 2 },
        same_as: null,
        correction_of: null,
        first_sold_on: '2026-03-01',
        last_sold_on: '2026-03-31',
        run: 7,
        failure: null,
        created_by: 'demo@shelfcast.example',
        created_at: '2026-04-01T06:00:00.000Z',
        started_at: '2026-04-01T06:00:01.000Z',
        finished_at: '2026-04-01T06:00:03.000Z',
      },
    ],
  },
);
export type Import = Static<typeof Import>;

export const ImportPage = pageOf(Import);
export type ImportPage = Static<typeof ImportPage>;
