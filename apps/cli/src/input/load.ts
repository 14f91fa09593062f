import { ShelfcastError } from '@shelfcast/domain';
import { type ChosenColumns, checksOf, notEmptyRow } from './chosen-columns.ts';
import type { Engine } from './engine.ts';
import { explainReadFailure } from './explain-failure.ts';
import { firstUnreadable } from './first-unreadable.ts';
import { loadSeries, type SeriesList } from './load-series.ts';
import type { Relation } from './relation.ts';

/**
 * Reads the file into two tables of the engine: `series(series, id0…)` and `cell(series, day, value, closed, known0…)`, a row each.
 * Two passes over the file rather than one: with numbers for ids, the cells of two million rows take 60 MB and are sorted in memory;
 * with the ids' texts they would take ten times that.
 */
export async function loadCells(
  engine: Engine,
  relation: Relation,
  columns: ChosenColumns,
): Promise<SeriesList> {
  try {
    const series = await loadSeries(engine, relation, columns);
    await loadRows(engine, relation, columns);
    return series;
  } catch (cause) {
    if (cause instanceof ShelfcastError) throw cause;
    throw await explainReadFailure(cause, relation);
  }
}

async function loadRows(engine: Engine, relation: Relation, columns: ChosenColumns): Promise<void> {
  const { ids, date, value, known, closed } = columns;
  const checks = checksOf(columns);
  const selected = [
    ...ids.map(({ sql }, i) => `${sql} AS id${i}`),
    `${date.reading.value} AS day`,
    `${value.reading.value} AS value`,
    `${closed?.reading.value ?? 'false'} AS closed`,
    ...known.map(({ reading }, i) => `${reading.value} AS known${i}`),
    `${checks.map(({ fails }) => `(${fails})`).join(' OR ')} AS unreadable`,
  ];
  const kept = ['day', 'value', 'closed', ...known.map((_, i) => `known${i}`), 'unreadable'];
  // IS NOT DISTINCT FROM: rows without an id must not fall out of the join before they are refused.
  const sameIds = ids.map((_, i) => `series.id${i} IS NOT DISTINCT FROM field.id${i}`).join(' AND ');
  await engine.run(`CREATE TABLE cell AS
    SELECT series.series, ${kept.map((name) => `field.${name}`).join(', ')}
    FROM (SELECT ${selected.join(', ')} FROM ${relation.from} WHERE ${notEmptyRow(columns)}) AS field
    JOIN series ON ${sameIds}`);
  const [[unreadable]] = await engine.rows<[bigint]>('SELECT count(*) FROM cell WHERE unreadable');
  if (unreadable === 0n) return;
  const error = await firstUnreadable(engine, relation, notEmptyRow(columns), checks);
  if (error !== undefined) throw error;
}
