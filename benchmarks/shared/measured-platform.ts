import type { Context, ResultTable } from './experiment.ts';
import { startPlatform } from './platform.ts';
import { megabytes, seconds } from './result-table.ts';

interface Timed {
  readonly started_at: string;
  readonly finished_at: string;
}

/** A file through the whole platform, by its API: import, run, export; time a stage, and memory over all processes. */
export async function measurePlatform(
  context: Context,
  file: string,
  columns: readonly string[],
): Promise<ResultTable> {
  const platform = await startPlatform(file, columns, context.workFolder);
  let rows: string[][];
  let stopped = false;
  try {
    const [imported] = (await json<{ items: (Timed & { rows_loaded: number })[] }>(platform, '/v1/imports'))
      .items;
    const [run] = (
      await json<{ items: (Timed & { series_done: number; horizon: number })[] }>(platform, '/v1/runs')
    ).items;
    rows = [
      ['import', `${imported.rows_loaded.toLocaleString('en-US')} rows`, elapsed(imported)],
      ['run', `${run.series_done.toLocaleString('en-US')} series, ${run.horizon} ahead`, elapsed(run)],
    ];
    for (const format of ['csv', 'parquet']) rows.push(await exported(platform, format));
    rows.push([
      'from nothing to ready',
      'database, dashboard, upload, import, run',
      seconds(platform.readySeconds),
    ]);
    stopped = true;
    const peak = await platform.stop();
    rows.push(
      [
        'peak memory (PSS)',
        `${peak.processes} processes at most, PostgreSQL included`,
        megabytes(peak.pssBytes),
      ],
      ['sum of each process’s peak', 'shared pages counted in each', megabytes(peak.boundBytes)],
    );
  } finally {
    if (!stopped) await platform.stop();
  }
  return { head: ['stage', 'what', 'result'], rows };
}

type Platform = Awaited<ReturnType<typeof startPlatform>>;

async function exported(platform: Platform, format: string): Promise<string[]> {
  const started = performance.now();
  const response = await platform.get(`/v1/forecasts/export?format=${format}`);
  let bytes = 0;
  let lines = 0;
  for await (const piece of response.body! as AsyncIterable<Uint8Array>) {
    bytes += piece.length;
    if (format === 'csv') for (const byte of piece) if (byte === 10) lines++;
  }
  const rows = format === 'csv' ? `${(lines - 1).toLocaleString('en-US')} rows, ` : '';
  return [`export as ${format}`, `${rows}${megabytes(bytes)}`, seconds((performance.now() - started) / 1000)];
}

async function json<T>(platform: Platform, path: string): Promise<T> {
  return (await (await platform.get(path)).json()) as T;
}

function elapsed({ started_at, finished_at }: Timed): string {
  return seconds((Date.parse(finished_at) - Date.parse(started_at)) / 1000);
}
