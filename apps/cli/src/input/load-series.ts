import { forecastErrors, ShelfcastError } from '@shelfcast/domain';
import { type ChosenColumns, notEmptyRow } from './chosen-columns.ts';
import type { Engine } from './engine.ts';
import type { Relation } from './relation.ts';

/** Who the series are. Series i has `ids[column][i]`; they are numbered in the order of their ids. */
export interface SeriesList {
  readonly count: number;
  readonly ids: readonly (readonly string[])[];
  /** Per static column, each series' value as text; null where it has none. */
  readonly statics: readonly (readonly (string | null)[])[];
}

/**
 * First pass over the file: the table `series(series, id0…)`. ORDER BY the ids: the same rows in another order give the same output,
 * byte for byte. A row without an id gets a series here; the second pass finds it and refuses the file.
 */
export async function loadSeries(
  engine: Engine,
  relation: Relation,
  columns: ChosenColumns,
): Promise<SeriesList> {
  const { ids, statics } = columns;
  const idNames = ids.map((_, i) => `id${i}`);
  const selected = [
    ...ids.map(({ sql }, i) => `${sql} AS id${i}`),
    ...statics.map(({ sql }, i) => `CAST(${sql} AS VARCHAR) AS static${i}`),
  ];
  const attributes = statics.flatMap((_, i) => [
    `min(static${i}) AS static${i}`,
    `min(static${i}) IS DISTINCT FROM max(static${i}) AS varies${i}`,
  ]);
  await engine.run(`CREATE TABLE series AS
    SELECT CAST(row_number() OVER (ORDER BY ${idNames.join(', ')}) - 1 AS INTEGER) AS series, *
    FROM (SELECT ${[...idNames, ...attributes].join(', ')}
          FROM (SELECT ${selected.join(', ')} FROM ${relation.from} WHERE ${notEmptyRow(columns)})
          GROUP BY ALL)`);
  await refuseVaryingStatics(engine, relation, columns);
  const texts = [
    ...idNames.map((name) => `CAST(${name} AS VARCHAR)`),
    ...statics.map((_, i) => `static${i}`),
  ];
  const lists = await textColumns(
    engine,
    `SELECT ${texts.join(', ')} FROM series ORDER BY series`,
    texts.length,
  );
  return {
    count: lists[0].length,
    ids: lists.slice(0, ids.length).map((list) => list.map((text) => text ?? '')),
    statics: lists.slice(ids.length),
  };
}

async function textColumns(engine: Engine, sql: string, width: number): Promise<(string | null)[][]> {
  const lists: (string | null)[][] = Array.from({ length: width }, () => []);
  // A store's name stands in every one of its series: kept once.
  const once = new Map<string, string>();
  for await (const chunk of engine.chunks(sql))
    for (let i = 0; i < width; i++)
      for (const text of chunk.getColumnValues(i) as (string | null)[]) {
        if (text !== null && !once.has(text)) once.set(text, text);
        lists[i].push(text === null ? null : once.get(text)!);
      }
  return lists;
}

async function refuseVaryingStatics(
  engine: Engine,
  relation: Relation,
  columns: ChosenColumns,
): Promise<void> {
  const ids = columns.ids.map((_, i) => `CAST(id${i} AS VARCHAR)`).join(", ' ', ");
  for (const [i, column] of columns.statics.entries()) {
    const [found] = await engine.rows<[string]>(
      `SELECT concat(${ids}) FROM series WHERE varies${i} ORDER BY series LIMIT 1`,
    );
    if (found !== undefined)
      throw new ShelfcastError(forecastErrors.varying_static, {
        detail: `${column.name} has more than one value for ${found[0]}.`,
        remedy: `Correct it; or, if it is known day by day, name it with --known instead of --static.`,
        where: { file: relation.file.name, field: column.name },
      });
  }
}
