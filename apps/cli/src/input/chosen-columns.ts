import { forecastErrors } from '@shelfcast/domain';
import { dayReading, flagOrNumberReading, flagReading, numberReading, type Reading } from './expressions.ts';
import type { Check } from './first-unreadable.ts';
import { type Column, columnNamed, type Relation } from './relation.ts';

/** Which columns of the file mean what, and how each is read. */
export interface ChosenColumns {
  readonly ids: readonly Column[];
  readonly statics: readonly Column[];
  readonly date: { readonly column: Column; readonly reading: Reading };
  readonly value: { readonly column: Column; readonly reading: Reading };
  readonly known: readonly { readonly column: Column; readonly reading: Reading }[];
  readonly closed: { readonly column: Column; readonly reading: Reading } | undefined;
}

export interface ColumnNames {
  readonly ids: readonly string[];
  readonly date: string;
  readonly value: string;
  readonly known: readonly string[];
  readonly statics: readonly string[];
  /** Undefined where closed days come from a file of their own, or aren't known. */
  readonly closed: string | undefined;
  /** A strptime format of the dates; undefined: ISO 8601, or YYYYMMDD. */
  readonly dateFormat: string | undefined;
}

export function chooseColumns(relation: Relation, names: ColumnNames): ChosenColumns {
  const date = columnNamed(relation, names.date, 'date');
  const value = columnNamed(relation, names.value, 'value');
  const closed = names.closed === undefined ? undefined : columnNamed(relation, names.closed, 'closed');
  return {
    ids: names.ids.map((name) => columnNamed(relation, name, 'id')),
    statics: names.statics.map((name) => columnNamed(relation, name, 'static')),
    date: { column: date, reading: dayReading(date, names.dateFormat) },
    value: { column: value, reading: numberReading(value) },
    known: names.known.map((name) => {
      const column = columnNamed(relation, name, 'known');
      return { column, reading: flagOrNumberReading(column) };
    }),
    closed: closed && { column: closed, reading: flagReading(closed) },
  };
}

/** A row of nothing but delimiters, as spreadsheets leave them below a table, is no row. */
export function notEmptyRow({ ids, date, value }: ChosenColumns): string {
  const fields = [...ids, date.column, value.column].map(({ sql }) => `${sql} IS NOT NULL`);
  return `(${fields.join(' OR ')})`;
}

/** Everything that makes a row unusable, in the order in which a person would check it. */
export function checksOf(columns: ChosenColumns): Check[] {
  const { ids, date, value, known, closed } = columns;
  const numberRemedy =
    'Write a plain number with a point, such as 3 or 2.5; leave the field empty where nothing was observed.';
  return [
    ...ids.map(({ name, sql, type }) => ({
      kind: forecastErrors.missing_id,
      fails: `${sql} IS NULL${type === 'VARCHAR' ? ` OR ${sql} = ''` : ''}`,
      text: `CAST(${sql} AS VARCHAR)`,
      field: name,
      explain: () => ({
        detail: `The row has no ${name}.`,
        remedy: 'Fill it in, or delete the row (a line of totals, for example).',
      }),
    })),
    {
      kind: forecastErrors.invalid_date,
      fails: date.reading.unreadable,
      text: date.reading.text,
      field: date.column.name,
      explain: (text) => ({
        detail: `${text} is no date.`,
        remedy: 'Write dates as 2024-12-31, or say how they are written: --date-format "%d.%m.%Y".',
      }),
    },
    {
      kind: forecastErrors.invalid_value,
      fails: value.reading.unreadable,
      text: value.reading.text,
      field: value.column.name,
      explain: (text) => ({ detail: `${text} is no number that can be forecast.`, remedy: numberRemedy }),
    },
    ...known.map(({ column, reading }) => ({
      kind: forecastErrors.invalid_value,
      fails: reading.unreadable,
      text: reading.text,
      field: column.name,
      explain: (text: string) => ({
        detail: `${text} is no number; a --known column holds numbers, or yes and no.`,
        remedy: numberRemedy,
      }),
    })),
    ...(closed === undefined
      ? []
      : [
          {
            kind: forecastErrors.invalid_closed,
            fails: closed.reading.unreadable,
            text: closed.reading.text,
            field: closed.column.name,
            explain: (text: string) => ({
              detail: `${text} says neither closed nor open.`,
              remedy:
                'Write 1 (or true, yes) for a closed day, and 0 (or false, no, nothing) for an open one.',
            }),
          },
        ]),
  ];
}
