import { forecastErrors, ShelfcastError } from '@shelfcast/domain';
import { nearest } from '../arguments/nearest.ts';
import { readDialect } from './dialect.ts';
import type { Engine } from './engine.ts';
import type { SourceFile } from './source-file.ts';
import { identifier, literal } from './sql.ts';

/** A column of the user's file, as SQL refers to it and as messages name it. */
export interface Column {
  readonly name: string;
  readonly sql: string;
  /** DuckDB's type; always VARCHAR in a CSV file. */
  readonly type: string;
}

/** A file as a table expression. In a CSV file every column is text: what it means is decided by us, not guessed. */
export interface Relation {
  readonly file: SourceFile;
  readonly from: string;
  readonly columns: readonly Column[];
  /** Undefined for Parquet. */
  readonly delimiter: string | undefined;
}

export async function openRelation(file: SourceFile, engine: Engine): Promise<Relation> {
  return file.format === 'csv' ? csvRelation(file) : parquetRelation(file, engine);
}

function csvRelation(file: SourceFile): Relation {
  const { delimiter, header } = readDialect(file.path, file.name);
  // Positions as names: a header may repeat a name or leave it out.
  const columns = header.map((name, i) => ({ name, sql: `c${i}`, type: 'VARCHAR' }));
  const struct = columns.map(({ sql }) => `'${sql}': 'VARCHAR'`).join(', ');
  const from = `read_csv(${literal(file.path)}, auto_detect = false, header = true, delim = ${literal(delimiter)},
    quote = '"', escape = '"', compression = 'none', buffer_size = 4194304, columns = {${struct}})`;
  return { file, from, columns, delimiter };
}

async function parquetRelation(file: SourceFile, engine: Engine): Promise<Relation> {
  const from = `read_parquet(${literal(file.path)})`;
  let described: readonly (readonly [name: string, type: string])[];
  try {
    described = await engine.rows<[string, string]>(
      `SELECT column_name, column_type FROM (DESCRIBE SELECT * FROM ${from})`,
    );
  } catch (cause) {
    throw damagedParquet(file, cause);
  }
  const columns = described.map(([name, type]) => ({ name, sql: identifier(name), type }));
  return { file, from, columns, delimiter: undefined };
}

/** Parquet keeps its table of contents at the end: a file that was cut off can't be opened at all. */
export function damagedParquet(file: SourceFile, cause: unknown): ShelfcastError {
  return new ShelfcastError(
    forecastErrors.damaged_file,
    {
      detail: `${file.name} begins as a Parquet file, but it is cut off or damaged.`,
      remedy: 'Copy or export it again, and check that the export finished.',
      where: { file: file.name },
    },
    { cause },
  );
}

/** The column that the option `--${option}` names. Letter case may differ where that is unambiguous. */
export function columnNamed(relation: Relation, name: string, option: string): Column {
  const { columns, file } = relation;
  const exact = columns.filter((column) => column.name === name);
  const found = exact.length > 0 ? exact : columns.filter((c) => c.name.toLowerCase() === name.toLowerCase());
  if (found.length === 1) return found[0];
  const names = columns.map((column) => column.name);
  if (found.length > 1)
    throw new ShelfcastError(forecastErrors.ambiguous_column, {
      detail: `${file.name} has ${found.length} columns called ${JSON.stringify(name)}.`,
      remedy: 'Rename one of them in the header.',
      where: { file: file.name, field: name },
    });
  const meant = nearest(name, names);
  throw new ShelfcastError(forecastErrors.missing_column, {
    detail: `${file.name} has no column ${JSON.stringify(name)}. Its columns are ${listed(names)}.`,
    remedy: meant
      ? `Did you mean --${option} ${meant}?`
      : `Name one of its columns with --${option}, or check that the first line is the header.`,
    where: { file: file.name, field: name },
  });
}

function listed(names: readonly string[]): string {
  const shown = names.slice(0, 12).map((name) => (name.length > 40 ? `${name.slice(0, 40)}…` : name));
  return `${shown.join(', ')}${names.length > shown.length ? `, and ${names.length - shown.length} more` : ''}`;
}
