import { existsSync } from 'node:fs';
import { forecastErrors, ShelfcastError } from '@shelfcast/domain';
import type { ChosenColumns } from './chosen-columns.ts';
import type { Engine } from './engine.ts';
import { explainReadFailure } from './explain-failure.ts';
import { dayReading } from './expressions.ts';
import { firstUnreadable } from './first-unreadable.ts';
import { columnNamed, openRelation, type Relation } from './relation.ts';
import type { Scratch } from './scratch.ts';
import { openSource } from './source-file.ts';

/** What `--closed` names: a column of the sales file, or a file of its own. */
export function closedIsFile(relation: Relation, closed: string): boolean {
  if (relation.columns.some(({ name }) => name.toLowerCase() === closed.toLowerCase())) return false;
  if (existsSync(closed)) return true;
  throw new ShelfcastError(forecastErrors.missing_column, {
    detail: `--closed ${closed} is neither a column of ${relation.file.name} nor a file.`,
    remedy: `Name a column that says closed or open, or a file of closed days. The columns are ${relation.columns
      .slice(0, 12)
      .map(({ name }) => name)
      .join(', ')}.`,
    where: { file: relation.file.name, field: closed },
  });
}

/**
 * Reads a file of closed days: a date a row, and any of the id columns to say whose. Returns the SQL of (series, day) pairs.
 */
export async function loadClosedDays(
  engine: Engine,
  scratch: Scratch,
  name: string,
  sales: ChosenColumns,
  dateFormat: string | undefined,
): Promise<{ sql: string; notes: readonly string[] }> {
  const file = await openSource(name, scratch);
  const relation = await openRelation(file, engine);
  const has = (wanted: string) =>
    relation.columns.some((column) => column.name.toLowerCase() === wanted.toLowerCase());
  const date = columnNamed(relation, has(sales.date.column.name) ? sales.date.column.name : 'date', 'date');
  const reading = dayReading(date, dateFormat);
  const ids = sales.ids.flatMap((id, i) =>
    has(id.name) ? [{ i, column: columnNamed(relation, id.name, 'id') }] : [],
  );
  const notEmpty = `${date.sql} IS NOT NULL`;
  try {
    await engine.run(`CREATE TABLE closed_day AS
      SELECT ${[`${reading.value} AS day`, ...ids.map(({ i, column }) => `CAST(${column.sql} AS VARCHAR) AS id${i}`)].join(', ')},
        ${reading.unreadable} AS unreadable
      FROM ${relation.from} WHERE ${notEmpty}`);
  } catch (cause) {
    throw await explainReadFailure(cause, relation);
  }
  const [[unreadable]] = await engine.rows<[bigint]>('SELECT count(*) FROM closed_day WHERE unreadable');
  if (unreadable > 0n) {
    const error = await firstUnreadable(engine, relation, notEmpty, [
      {
        kind: forecastErrors.invalid_date,
        fails: reading.unreadable,
        text: reading.text,
        field: date.name,
        explain: (text) => ({ detail: `${text} is no date.`, remedy: 'Write dates as 2024-12-31.' }),
      },
    ]);
    if (error !== undefined) throw error;
  }
  const same =
    ids.map(({ i }) => `CAST(series.id${i} AS VARCHAR) = closed_day.id${i}`).join(' AND ') || 'true';
  return {
    sql: `SELECT series.series, closed_day.day FROM closed_day JOIN series ON ${same}`,
    notes: file.notes,
  };
}
