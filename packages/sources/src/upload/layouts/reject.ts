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
  [
    uploadErrors.ends_before_it_begins,
    'Write the first day before the last, or say whether days or months stand first.',
  ],
  [
    uploadErrors.negative_price,
    'Write the price as a positive number; a reduction belongs into a column of its own.',
  ],
  [uploadErrors.not_yes_or_no, 'Write yes or no, or 1 or 0; leave the field empty where nothing is known.'],
  [
    uploadErrors.unknown_weekday,
    'Write a day such as Monday or Mon, several as Mon–Fri, or 1 (Monday) to 7.',
  ],
  [uploadErrors.invalid_time, 'Write times as 09:00 or 09:00–18:00, or “closed”.'],
  [uploadErrors.control_character, 'Remove the unprintable characters.'],
]);

/** A refused row, in words that lead to a corrected one. */
export function rejectedRow(row: number, field: string, value: string, kind: ErrorKind): RejectedRow {
  return {
    row,
    field: forReport(field),
    value: forReport(value),
    cause: kind.code,
    remedy: REMEDIES.get(kind) ?? 'Correct the value.',
  };
}
