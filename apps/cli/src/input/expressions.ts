import type { Column } from './relation.ts';
import { literal } from './sql.ts';

/** SQL for one column: its parsed value, and whether there is nothing, or nothing readable, in it. */
export interface Reading {
  /** NULL where the field is empty or unreadable. */
  readonly value: string;
  /** True where the field holds something that can't be read. */
  readonly unreadable: string;
  /** The field as text, for messages. */
  readonly text: string;
}

/** What spreadsheets, pandas and R write for "nothing here". */
const NOTHING = "('', 'nan', 'na', 'n/a', 'null', 'none')";
/** No shop sells a quadrillion of anything, and squares of larger numbers leave a double's exact range. */
const LARGEST_VALUE = '1e15';

function textOf({ sql, type }: Column): string {
  return type === 'VARCHAR' ? sql : `CAST(${sql} AS VARCHAR)`;
}

/** A calendar day, as days since 1970-01-01. A time of day and a zone are left off: a sale's day is the till's day. */
export function dayReading(column: Column, format: string | undefined): Reading {
  const date = dateExpression(column, format);
  return {
    value: `CAST((${date}) - DATE '1970-01-01' AS INTEGER)`,
    unreadable: `(${date}) IS NULL OR NOT isfinite(${date})`,
    text: textOf(column),
  };
}

function dateExpression(column: Column, format: string | undefined): string {
  const { sql, type } = column;
  if (type === 'DATE') return sql;
  if (type.startsWith('TIMESTAMP')) return `CAST(${sql} AS DATE)`;
  const text = `trim(${textOf(column)})`;
  if (format !== undefined) return `CAST(try_strptime(${text}, ${literal(format)}) AS DATE)`;
  // The cheap cases first: CASE evaluates the regular expressions only for the rows that come so far.
  return `CASE
    WHEN length(${text}) = 10 AND ${text}[5:5] = '-' AND ${text}[8:8] = '-' THEN TRY_CAST(${text} AS DATE)
    WHEN regexp_full_match(${text}, '\\d{4}[-/]\\d{1,2}[-/]\\d{1,2}([T ]\\d{1,2}:\\d{2}(:\\d{2}([.,]\\d+)?)?\\s*(Z|UTC|[+-]\\d{2}(:?\\d{2})?)?)?')
      THEN TRY_CAST(replace(regexp_extract(${text}, '^[\\d/-]+'), '/', '-') AS DATE)
    WHEN regexp_full_match(${text}, '\\d{8}') THEN CAST(try_strptime(${text}, '%Y%m%d') AS DATE)
    WHEN regexp_full_match(${text}, '\\d{4}-\\d{2}') THEN TRY_CAST(${text} || '-01' AS DATE)
  END`;
}

/** A finite number. Not-a-number means "not observed", as an empty field does; infinity can't be read. */
export function numberReading(column: Column): Reading {
  const text = textOf(column);
  if (column.type === 'BOOLEAN') return { value: `CAST(${column.sql} AS DOUBLE)`, unreadable: 'false', text };
  const number = `TRY_CAST(${column.sql} AS DOUBLE)`;
  const empty = `${column.sql} IS NULL OR lower(trim(${text})) IN ${NOTHING}`;
  return {
    value: `CASE WHEN abs(${number}) <= ${LARGEST_VALUE} THEN ${number} END`,
    unreadable: `CASE WHEN ${number} IS NULL THEN NOT (${empty}) ELSE abs(${number}) > ${LARGEST_VALUE} AND NOT isnan(${number}) END`,
    text,
  };
}

/** A number, where true/false and yes/no count as 1 and 0: a known column is often a flag. */
export function flagOrNumberReading(column: Column): Reading {
  if (column.type !== 'VARCHAR') return numberReading(column);
  const number = numberReading(column);
  const flag = flagExpression(column);
  return {
    value: `coalesce(${number.value}, CAST(${flag} AS DOUBLE))`,
    unreadable: `(${number.unreadable}) AND ${flag} IS NULL`,
    text: number.text,
  };
}

/** True or false; an empty field is false. */
export function flagReading(column: Column): Reading {
  const text = textOf(column);
  const empty = `${column.sql} IS NULL OR lower(trim(${text})) IN ${NOTHING}`;
  const flag = flagExpression(column);
  return { value: `coalesce(${flag}, false)`, unreadable: `${flag} IS NULL AND NOT (${empty})`, text };
}

function flagExpression(column: Column): string {
  const text = `lower(trim(${textOf(column)}))`;
  return `CASE WHEN ${text} IN ('1', '1.0', 'true', 'yes', 'y', 't', 'x', 'closed') THEN true
    WHEN ${text} IN ('0', '0.0', 'false', 'no', 'n', 'f', 'open') THEN false END`;
}
