import { forecastErrors, ShelfcastError } from '@shelfcast/domain';
import { walkCsvRecords } from './csv-records.ts';
import { damagedParquet, type Relation } from './relation.ts';

/** Turns what DuckDB throws while it reads a file into an error that names file, line and remedy. */
export async function explainReadFailure(cause: unknown, relation: Relation): Promise<unknown> {
  const { file, delimiter } = relation;
  const message = cause instanceof Error ? cause.message : String(cause);
  if (/out of memory|no space left|could not write all bytes/i.test(message))
    return new ShelfcastError(
      forecastErrors.too_large,
      {
        detail: `Sorting ${file.name} needs more room than the temporary folder has.`,
        remedy: 'Set TMPDIR to a folder on a larger disk, or forecast a part of the series at a time.',
        where: { file: file.name },
      },
      { cause },
    );
  if (delimiter === undefined)
    return /parquet|snappy|zstd|thrift|too small|magic|page/i.test(message)
      ? damagedParquet(file, cause)
      : cause;
  if (!/csv|utf-?8|unicode|line size/i.test(message)) return cause;
  const malformed = await firstMalformedRecord(relation, delimiter);
  if (malformed !== undefined) return malformed;
  const line = Number(/Line: (\d+)/.exec(message)?.[1]);
  return new ShelfcastError(
    forecastErrors.malformed_row,
    {
      detail: 'A quote stands where none may be, or the line is longer than two megabytes.',
      remedy: 'Put a field that holds quotes into quotes, and double each quote inside it.',
      where: { file: file.name, ...(Number.isFinite(line) ? { line } : {}) },
    },
    { cause },
  );
}

async function firstMalformedRecord(
  relation: Relation,
  delimiter: string,
): Promise<ShelfcastError | undefined> {
  const expected = relation.columns.length;
  let error: ShelfcastError | undefined;
  await walkCsvRecords(relation.file.path, delimiter, ({ record, line, fields, unterminated }) => {
    if (fields === expected && !unterminated) return false;
    error = new ShelfcastError(forecastErrors.malformed_row, {
      detail: unterminated
        ? `A quote is opened in line ${line} and never closed.`
        : `Line ${line} has ${fields.toLocaleString('en-US')} ${fields === 1 ? 'field' : 'fields'}; the header has ${expected}.`,
      remedy: unterminated
        ? 'Close the quote, or double it where it belongs to the text.'
        : `Put a field that holds ${JSON.stringify(delimiter)} into quotes, and write an empty field for a missing one.`,
      where: { file: relation.file.name, row: record - 1, line },
    });
    return true;
  });
  return error;
}
