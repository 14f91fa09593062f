import { type ErrorKind, type RejectedRow, uploadErrors } from '@shelfcast/domain';
import { forReport } from '../personal.ts';

/** What makes a refused row loadable, by its cause. */
const REMEDIES = new Map<ErrorKind, string>([
  [uploadErrors.wrong_column_count, 'Put text that holds the separator in quotation marks.'],
  [uploadErrors.broken_json, 'Write one JSON object a line, in braces and without a comma behind it.'],
  [uploadErrors.missing_value, 'Fill it in; without it the row belongs to nothing.'],
  [uploadErrors.invalid_date, 'Write a day that exists, as YYYY-MM-DD.'],
  [uploadErrors.implausible_date, 'Correct the year; sales lie between 1990 and today.'],
  [uploadErrors.not_a_number, 'Write a plain number; leave the field empty where nothing is known.'],
  [uploadErrors.implausible_number, 'Look whether a code slipped into this column.'],
  [
    uploadErrors.value_too_long,
    'Look whether a text slipped into this column; a code has at most 200 characters.',
  ],
  [
    uploadErrors.no_such_reject,
    'Leave the columns that begin with shelfcast_ as they were, and each row once.',
  ],
  [uploadErrors.control_character, 'Remove the unprintable characters.'],
]);

/** A refused row, in words that lead to a corrected one. */
export function rejectedRow(row: number, field: string, value: string, kind: ErrorKind): RejectedRow {
  return {
    row,
    field,
    value: forReport(value),
    cause: kind.code,
    remedy: REMEDIES.get(kind) ?? 'Correct the value.',
  };
}
