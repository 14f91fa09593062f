import type { Run } from './run.ts';

/** The columns of a run as the database gives them; dates as text by `runColumns`. */
export interface RunRow {
  run_id: number;
  state: Run['state'];
  frequency: Run['frequency'];
  horizon: number;
  season: number;
  origins: number;
  quantiles: number[];
  origin_on: string | null;
  series_total: number | null;
  series_done: number;
  failures: Record<string, number>;
  accuracy: Run['accuracy'];
  manifest_key: string | null;
  export_key: string | null;
  requested_by: string;
  created_at: Date;
  started_at: Date | null;
  finished_at: Date | null;
  failure: Run['failure'];
}

export const runColumns = `run_id, state, frequency, horizon, season, origins, quantiles, origin_on::text AS origin_on,
  series_total, series_done, failures, accuracy, manifest_key, export_key, requested_by, created_at, started_at,
  finished_at, failure`;

const time = (value: Date | null): string | null => (value === null ? null : new Date(value).toISOString());

export function runFrom(row: RunRow): Run {
  return {
    run: Number(row.run_id),
    state: row.state,
    frequency: row.frequency,
    horizon: row.horizon,
    season: row.season,
    origins: row.origins,
    quantiles: row.quantiles,
    originOn: row.origin_on,
    seriesTotal: row.series_total,
    seriesDone: row.series_done,
    failures: row.failures,
    accuracy: row.accuracy,
    manifestKey: row.manifest_key,
    exportKey: row.export_key,
    requestedBy: row.requested_by,
    createdAt: time(row.created_at) as string,
    startedAt: time(row.started_at),
    finishedAt: time(row.finished_at),
    failure: row.failure,
  };
}
