import { defineErrors } from './define.ts';

/** What can go wrong with a forecast run. Pages: docs/errors/run.*.md. */
export const runErrors = defineErrors('run', {
  not_found: [404, 'No such run'],
  unknown_frequency: [422, 'The frequency is not one we forecast at'],
  horizon_out_of_range: [422, 'The horizon is out of range'],
  already_finished: [409, 'The run has already finished'],
  nothing_to_forecast: [422, 'There is nothing to forecast yet'],
  shard_failed: [500, 'A part of the run failed three times'],
  counts_differ: [500, 'The forecasts to publish are not complete'],
  unreadable_manifest: [500, 'The manifest cannot be read'],
  unreadable_shard: [500, 'A shard file cannot be read'],
  no_such_bundle: [422, 'The manifest has no such bundle'],
  database_in_reach: [500, 'A forecasting process was given a database'],
  abandoned: [500, 'The run was abandoned too often'],
  disk_full: [507, 'The disk is full'],
  defect: [500, 'The run met a defect'],
  lease_lost: [409, 'Another worker has taken the run over'],
  bad_cursor: [422, 'The cursor is not one of ours'],
});
