import { defineErrors } from './define.ts';

/** What can go wrong between a user's file and its forecasts on the command line. */
export const forecastErrors = defineErrors('forecast', {
  file_not_found: [404, 'There is no such file'],
  file_unreadable: [422, 'The file can’t be read'],
  empty_file: [422, 'The file is empty'],
  not_a_table: [422, 'The file is no table that can be read'],
  damaged_file: [422, 'The file is damaged'],
  malformed_row: [422, 'A row doesn’t have the shape of the header'],
  missing_column: [422, 'A column is missing'],
  ambiguous_column: [422, 'Two columns have the same name'],
  missing_id: [422, 'A row doesn’t say which series it belongs to'],
  invalid_date: [422, 'A date can’t be read'],
  date_out_of_range: [422, 'A date is too far from the others'],
  invalid_value: [422, 'A value is no number'],
  invalid_closed: [422, 'A closed day can’t be read'],
  varying_static: [422, 'An attribute changes within a series'],
  no_sales: [422, 'The file has no row with a value'],
  wrong_frequency: [422, 'The dates don’t have this frequency'],
  too_large: [413, 'The file is too large for one forecast'],
  output_not_writable: [422, 'The result can’t be written'],
});
