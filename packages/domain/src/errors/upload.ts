import { defineErrors } from './define.ts';

/** What can be wrong with a file. The first block refuses the whole file, the second one row of it. */
export const uploadErrors = defineErrors('upload', {
  file_not_found: [422, 'The file is not there'],
  directory: [422, 'A folder was given where a file is needed'],
  empty_file: [422, 'The file is empty'],
  header_only: [422, 'The file has a header and no rows'],
  binary_file: [422, 'The file is not a table'],
  unsupported_format: [415, 'The file has a format that is not read yet'],
  broken_gzip: [422, 'The compressed file is damaged'],
  broken_parquet: [422, 'The Parquet file is damaged'],
  too_many_columns: [422, 'The file has too many columns'],
  row_too_long: [422, 'A row is too long'],
  unclosed_quote: [422, 'A quotation mark is opened and never closed'],
  missing_column: [422, 'A column is missing'],
  unknown_layout: [422, 'The layout of the file is not known'],
  ambiguous_dates: [422, 'Day and month of the dates cannot be told apart'],
  unusable_report: [422, 'This report has no sales by product and day'],
  nothing_usable: [422, 'No row of the file could be used'],

  wrong_column_count: [422, 'The row has another number of fields than the header'],
  missing_value: [422, 'A value is missing'],
  invalid_date: [422, 'The date is no date'],
  implausible_date: [422, 'The date is implausible'],
  not_a_number: [422, 'The value is not a number'],
  implausible_number: [422, 'The number is implausibly large'],
  value_too_long: [422, 'The value is too long'],
  control_character: [422, 'The value holds a control character'],
  duplicate_line: [422, 'The line number stands twice in the file'],

  blank_row: [200, 'The row is blank'],
  no_value: [200, 'The row has no value'],
  not_a_product: [200, 'The row is no product'],
  cancelled: [200, 'The sale was cancelled, voided or never paid'],
  repeated_header: [200, 'The row repeats the header'],
  totals_row: [200, 'The row adds up others'],
  stock_adjustment: [200, 'The row corrects stock and sells nothing'],
});
