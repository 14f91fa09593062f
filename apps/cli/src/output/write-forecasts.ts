import { once } from 'node:events';
import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import type { PanelForecast } from '@shelfcast/forecasting';
import { openEngine } from '../input/engine.ts';
import type { Scratch } from '../input/scratch.ts';
import { identifier, literal } from '../input/sql.ts';
import type { Sales } from '../read-sales.ts';
import { forecastRows, quantileColumn, resultColumns } from './forecast-rows.ts';
import { notWritable, type Target } from './target.ts';

/**
 * Writes the result. A file appears under its name only when it is whole: until then it has another, and goes away with the
 * process.
 */
export async function writeForecasts(
  target: Target,
  idNames: readonly string[],
  sales: Sales,
  forecast: PanelForecast,
  scratch: Scratch,
): Promise<void> {
  const rows = forecastRows(idNames, sales, forecast);
  if (target.kind === 'stdout') {
    for (const text of rows) if (!process.stdout.write(text)) await once(process.stdout, 'drain');
    return;
  }
  const discard = () => rmSync(target.temporary, { force: true });
  process.once('exit', discard);
  try {
    if (target.format === 'csv') writeText(target.temporary, rows);
    else await writeParquet(target.temporary, rows, idNames, sales, forecast, scratch);
    renameSync(target.temporary, target.path);
  } catch (cause) {
    discard();
    throw notWritable(
      target.path,
      /ENOSPC|no space/i.test(String(cause)) ? 'The disk is full.' : `Writing failed (${firstLine(cause)}).`,
      'Make room, or name a file on another disk; nothing was left behind.',
      cause,
    );
  } finally {
    process.off('exit', discard);
  }
}

function writeText(path: string, rows: Iterable<string>): void {
  const file = openSync(path, 'w');
  try {
    for (const text of rows) {
      const buffer = Buffer.from(text);
      for (let at = 0; at < buffer.length; ) at += writeSync(file, buffer, at);
    }
    // Renamed before its content reaches the disk, a file may be whole by name and empty after a power cut.
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** By way of the CSV text, so that both formats hold the same numbers; ids get back the types they had in the input. */
async function writeParquet(
  path: string,
  rows: Iterable<string>,
  idNames: readonly string[],
  sales: Sales,
  forecast: PanelForecast,
  scratch: Scratch,
): Promise<void> {
  const text = scratch.newPath();
  writeText(text, rows);
  const types: [name: string, type: string][] = [
    ...idNames.map((name, i): [string, string] => [name, sales.idTypes[i]]),
    ...resultColumns.map((name): [string, string] => [
      name,
      name === 'date' ? 'DATE' : name === 'model' ? 'VARCHAR' : 'DOUBLE',
    ]),
    ...forecast.quantiles.map((level): [string, string] => [quantileColumn(level), 'DOUBLE']),
  ];
  const columns = types.map(([name, type]) => `${literal(name)}: ${literal(type)}`).join(', ');
  const engine = await openEngine(scratch, 1);
  try {
    await engine.run(`COPY (
      SELECT ${types.map(([name]) => identifier(name)).join(', ')}
      FROM read_csv(${literal(text)}, auto_detect = false, header = true, delim = ',', quote = '"', escape = '"',
        compression = 'none', columns = {${columns}})
    ) TO ${literal(path)} (FORMAT parquet, COMPRESSION zstd)`);
  } finally {
    engine.close();
  }
}

function firstLine(cause: unknown): string {
  return (cause instanceof Error ? cause.message : String(cause)).split('\n')[0];
}
