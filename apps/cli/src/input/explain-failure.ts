import { forecastErrors, ShelfcastError } from '@shelfcast/domain';
import { grouped, plural } from '../terminal/format.ts';
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
    // A broken page makes the decoder say anything: only what complains about our own SQL is a defect of ours.
    return /^(Binder|Catalog|Parser|INTERNAL)/.test(message) ? cause : damagedParquet(file, cause);
  if (!/csv|utf-?8|unicode|line size/i.test(message)) return cause;
  const malformed = await firstMalformedRecord(relation, delimiter);
  if (malformed !== undefined) return malformed;
  const line = Number(/Line: (\d+)/.exec(message)?.[1]);
  return new ShelfcastError(
    forecastErrors.malformed_row,
    {
      detail: 'The text can’t be cut into rows and fields; a line longer than two megabytes does that.',
      remedy: 'Export it again as CSV UTF-8, one line a row.',
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
  await walkCsvRecords(
    relation.file.path,
    delimiter,
    ({ record, line, fields, unterminated, strayQuote }) => {
      if (fields === expected && !unterminated && !strayQuote) return false;
      error = new ShelfcastError(forecastErrors.malformed_row, {
        ...(unterminated || strayQuote
          ? quoteTrouble(line, unterminated)
          : fieldTrouble(line, fields, expected, delimiter)),
        where: { file: relation.file.name, row: record - 1, line },
      });
      return true;
    },
  );
  return error;
}

function quoteTrouble(line: number, unterminated: boolean): { detail: string; remedy: string } {
  return unterminated
    ? {
        detail: `A quote is opened in line ${line} and never closed.`,
        remedy: 'Close the quote, or double it where it belongs to the text.',
      }
    : {
        detail: `In line ${line}, a quoted field goes on after its closing quote.`,
        remedy: 'Double each quote that belongs to the text: "12"" ruler".',
      };
}

function fieldTrouble(line: number, fields: number, expected: number, delimiter: string) {
  return {
    detail: `Line ${line} has ${plural(fields, 'field', 'fields')}; the header has ${grouped(expected)}.`,
    remedy: `Put a field that holds ${JSON.stringify(delimiter)} into quotes, and write an empty field for a missing one.`,
  };
}
