import { basename } from 'node:path';
import { ShelfcastError, uploadErrors } from '@shelfcast/domain';
import { inspectUpload } from '@shelfcast/sources';
import { nearest } from '../../arguments/nearest.ts';
import type { ColumnChoice } from '../options.ts';
import type { SalesFile } from './own-file.ts';

/**
 * Looks at the file's header before anything is started: a file that can't be understood is told at once, with what
 * was found in it and the command line that names its columns.
 */
export async function checkColumns(file: SalesFile, chosen: ColumnChoice | undefined): Promise<void> {
  const { columns, kind: holds, problem } = await inspectUpload(file.path, file.name);
  if (chosen?.date !== undefined) return requireColumns(file, columns, chosen);
  if (!problem && holds === 'sales') return;
  if (!problem)
    throw new ShelfcastError(uploadErrors.unusable_report, {
      detail: `${file.name} holds ${holds}, and a forecast starts from sales.`,
      remedy: 'Start with a file of sales, and add this one on the Imports page.',
      where: { file: file.path },
    });
  const { kind, details } = problem;
  if (kind !== uploadErrors.unknown_layout && kind !== uploadErrors.missing_column) throw problem;
  throw new ShelfcastError(kind, {
    ...details,
    remedy: `Say which is which: ${commandLineFor(file.path, columns)}`,
  });
}

function requireColumns(file: SalesFile, columns: readonly string[], chosen: ColumnChoice): void {
  const { date, value, product = [], location = [] } = chosen;
  for (const name of [date, value, ...product, ...location]) {
    if (name === undefined || columns.includes(name)) continue;
    const meant = nearest(name, columns);
    throw new ShelfcastError(uploadErrors.missing_column, {
      detail: `${file.name} has no column ${JSON.stringify(name)}. Columns found: ${columns.join(', ')}.`,
      remedy: meant ? `Did you mean ${JSON.stringify(meant)}?` : 'Name one of these; capitals count.',
      where: { file: file.path, field: name },
    });
  }
}

const LOOKS_LIKE = {
  date: /date|day|week|month|time|datum/i,
  product: /product|item|sku|article|artikel|stock.?code|plu|ean|upc/i,
  units: /unit|qty|quantity|sold|sales|menge|amount|count/i,
  location: /store|shop|location|branch|site|outlet|filiale/i,
} as const;

/** The command that would work, with the columns that look right filled in. */
export function commandLineFor(path: string, columns: readonly string[]): string {
  const left = new Set(columns);
  const options = Object.entries(LOOKS_LIKE).flatMap(([name, pattern]) => {
    const guess = [...left].find((column) => pattern.test(column));
    if (guess === undefined && name === 'location') return [];
    if (guess !== undefined) left.delete(guess);
    return [`--${name} ${quoted(guess ?? `<${name} column>`)}`];
  });
  return `npm start -- ${quoted(basename(path))} ${options.join(' ')}`;
}

function quoted(text: string): string {
  return /^[\w.,/-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
