import { type ErrorKind, ShelfcastError } from '@shelfcast/domain';
import { lineOfRow } from './csv-records.ts';
import type { Engine } from './engine.ts';
import type { Relation } from './relation.ts';

/** What a row must hold, and what to say of the first that doesn't. */
export interface Check {
  readonly kind: ErrorKind;
  /** SQL that is true for a row that fails. */
  readonly fails: string;
  /** SQL of the field's text. */
  readonly text: string;
  readonly field: string;
  /** What is wrong with the field's text, and what to do. */
  explain(text: string): { detail: string; remedy: string };
}

/**
 * Looks for the first row, in the file's order, that fails one of `checks`. A second pass over the file, made only when it is
 * known that such a row exists: numbering every row of every good file would cost more than it tells.
 */
export async function firstUnreadable(
  engine: Engine,
  relation: Relation,
  notEmpty: string,
  checks: readonly Check[],
): Promise<ShelfcastError | undefined> {
  const failing = checks.map(({ fails }, i) => `WHEN ${fails} THEN ${i}`).join(' ');
  const texts = checks.map(({ text }, i) => `WHEN ${i} THEN ${text}`).join(' ');
  const [found] = await engine.rows<[row: bigint, check: number, text: string | null]>(`
    SELECT row, which, CASE which ${texts} END
    FROM (SELECT *, CASE WHEN NOT (${notEmpty}) THEN NULL ${failing} END AS which
          FROM (SELECT *, row_number() OVER () AS row FROM ${relation.from}))
    WHERE which IS NOT NULL ORDER BY row LIMIT 1`);
  if (found === undefined) return undefined;
  const check = checks[found[1]];
  const row = Number(found[0]);
  const line =
    relation.delimiter === undefined
      ? undefined
      : await lineOfRow(relation.file.path, relation.delimiter, row);
  return new ShelfcastError(check.kind, {
    ...check.explain(shown(found[2])),
    where: { file: relation.file.name, row, ...(line === undefined ? {} : { line }), field: check.field },
  });
}

/** A field as a message quotes it: short, and with its invisible letters visible. */
function shown(text: string | null): string {
  if (text === null) return 'Nothing';
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text);
}
