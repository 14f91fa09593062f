import { type ColumnMapping, ShelfcastError, type UploadKind, uploadErrors } from '@shelfcast/domain';
import { findColumn } from '../layouts/find-column.ts';
import type { Layout, ReadRow } from '../layouts/layout.ts';
import type { Recognised } from '../layouts/recognise.ts';
import { rejectedRow } from '../layouts/reject.ts';
import { isPersonalColumn } from '../personal.ts';
import type { Table } from '../table.ts';
import { Cells, Refused } from './cells.ts';
import type { FactKind, Found, Meanings } from './fact-kind.ts';
import { WEEKDAY } from './hours.ts';
import { KIND_WORDS, tableOfKind } from './kinds.ts';

/**
 * The layout by which a table is read as a file of `kind`. `mapping.columns` says what a column means where its name doesn't; an
 * empty name says that the file has no such column. Throws `upload.missing_column`.
 */
export function factLayout(
  kind: Exclude<UploadKind, 'sales'>,
  table: Table,
  mapping: ColumnMapping,
): Recognised {
  const stated = mapping.columns ?? {};
  const namesWeekday = ({ columns }: Table) =>
    Boolean(stated.weekday) ||
    findColumn(columns, [...WEEKDAY, 'wochentage', 'weekdays', 'days']) !== undefined;
  const { table: read, of } = tableOfKind(kind, table, namesWeekday);
  const found = findMeanings(of.meanings, read.columns, stated);
  refuseMissing(of, found, stated, read, kind);
  return { table: read, layout: layoutOf(of, found, read) };
}

/** The columns that `meanings` name and that are there. A column means one thing: the first that it is named for. */
export function findMeanings(
  meanings: Meanings,
  columns: readonly string[],
  stated: Readonly<Record<string, string>> = {},
): Found {
  const found: Record<string, string> = {};
  for (const [meaning, column] of Object.entries(stated)) if (column !== '') found[meaning] = column;
  const taken = new Set(Object.values(found));
  for (const [meaning, names] of Object.entries(meanings)) {
    if (stated[meaning] !== undefined) continue;
    const free = columns.filter((column) => !taken.has(column) && !isPersonalColumn(column));
    const column = findColumn(free, names);
    if (column === undefined) continue;
    found[meaning] = column;
    taken.add(column);
  }
  return found;
}

function refuseMissing(
  of: FactKind,
  found: Found,
  stated: Found,
  table: Table,
  kind: keyof typeof KIND_WORDS,
): void {
  const absent = Object.values(stated).filter((column) => column !== '' && !table.columns.includes(column));
  const unknown = Object.keys(stated).filter(
    (meaning) => stated[meaning] !== '' && !Object.hasOwn(of.meanings, meaning),
  );
  const missing = absent.length > 0 ? absent : of.missing((meaning) => meaning in found);
  if (missing.length === 0 && unknown.length === 0) return;
  const meanings = Object.keys(of.meanings).join(', ');
  const detail =
    missing.length > 0
      ? `A file of ${KIND_WORDS[kind]} needs a column for ${missing.map((name) => `“${name}”`).join(', ')}. This one has ${columnList(table.columns)}.`
      : `${unknown.map((name) => `“${name}”`).join(', ')} is nothing that a column of ${KIND_WORDS[kind]} can mean.`;
  throw new ShelfcastError(uploadErrors.missing_column, {
    detail,
    remedy: `Rename the columns, or say which is which: ${meanings}.`,
    where: { file: table.fileName, row: 0, field: missing[0] ?? unknown[0] },
  });
}

/** The first columns of a header, for a message. */
export function columnList(columns: readonly string[]): string {
  const named = columns.slice(0, 20).map((column) => `“${column.slice(0, 40)}”`);
  return `${named.join(', ')}${columns.length > 20 ? ` and ${columns.length - 20} more` : ''}`;
}

function layoutOf(of: FactKind, found: Found, { columns }: Table): Layout {
  const dates = of.dates.flatMap((meaning) => found[meaning] ?? []);
  return {
    kind: of.kind,
    name: of.layout,
    mapping: { kind: of.kind, columns: found },
    columnsUsed: columns,
    dateColumn: dates[0] ?? '',
    dateColumns: dates,
    reader(context) {
      const read = of.reader(new Cells(found, context), context);
      const readRow: ReadRow = (row, fields, sink) => {
        try {
          const fact = read(row, fields);
          if ('code' in fact) sink.skipped.push({ row, cause: fact.code });
          else sink.facts.push(fact);
        } catch (refused) {
          if (!(refused instanceof Refused)) throw refused;
          sink.rejected.push(rejectedRow(row, refused.column, refused.value, refused.kind));
        }
      };
      return readRow;
    },
  };
}
