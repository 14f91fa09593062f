import { join } from 'node:path';
import { startProgress } from '../terminal/progress.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { aside } from './aside.ts';
import { openApi } from './client/api.ts';
import { bringUpToDate } from './client/bring-up-to-date.ts';
import { buildDashboard } from './dashboard/build.ts';
import { makeDemo } from './demo.ts';
import { drawProgress } from './draw-progress.ts';
import { noteAddress } from './machine/address-file.ts';
import { checkColumns } from './machine/check-columns.ts';
import { openDataFolder } from './machine/data-folder.ts';
import { startDatabase, whileDatabaseRuns } from './machine/database.ts';
import { openSalesFile } from './machine/own-file.ts';
import { requireFreePort } from './machine/port.ts';
import { readSecrets } from './machine/secrets.ts';
import { watchDisk } from './machine/watch-disk.ts';
import type { StartOptions } from './options.ts';
import { apiPlan, type Platform, pipelinePlan } from './processes/platform.ts';
import { startPart } from './processes/report.ts';
import type { StopRequest } from './processes/stop-request.ts';
import type { Supervised } from './processes/supervise.ts';
import { untilReady } from './processes/until-ready.ts';
import { readyText } from './ready-text.ts';

/** Real sales under a free licence; its source stands beside it. */
const SAMPLE = 'samples/online-retail/sales.csv.gz';

export interface Surroundings {
  /** The folder of the clone. */
  readonly root: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly terminal: Terminal;
  readonly stop: StopRequest;
}

/**
 * Starts everything, brings ledger and forecasts up to date, and stays until it is asked to stop: then it throws the
 * reason. Whatever ends it, what was started is stopped again, last first.
 */
export async function start(options: StartOptions, surroundings: Surroundings): Promise<never> {
  const { root, environment, terminal, stop } = surroundings;
  const { host, port } = options;
  const over = new AbortController();
  const signal = AbortSignal.any([stop.signal, over.signal]);
  const own =
    options.file === undefined
      ? undefined
      : { file: await openSalesFile(options.file), columns: options.columns };
  if (own) await checkColumns(own.file, own.columns);
  const sample = await openSalesFile(join(root, SAMPLE));
  const folder = openDataFolder(options.dataFolder);
  await requireFreePort(host, port);

  await using started = new AsyncDisposableStack();
  // Whoever still waits for something when this ends must not keep the process.
  started.defer(() => over.abort());
  const building = timed(terminal, 'Built the dashboard', () => buildDashboard(root, folder.logs, signal));
  building.catch(() => {});
  const database = await timed(terminal, 'Started the database', () => startDatabase(folder));
  started.defer(() => database.stop());
  const demo = await makeDemo(database, folder.secrets, readSecrets(folder.secrets));

  const parts: Supervised[] = [];
  started.defer(async () => void (await Promise.all(parts.map((part) => part.stop()))));
  stop.onImpatience(() => endAtOnce(parts, database.pid));
  const platform: Platform = { root, folder, database, environment, secrets: demo.secrets, host, port };
  parts.push(startPart(pipelinePlan(platform), terminal));
  await building;
  signal.throwIfAborted();
  const api = apiPlan(platform);
  parts.push(startPart(api, terminal));
  const address = `http://${host === '0.0.0.0' ? '127.0.0.1' : host}:${port}`;
  await Promise.race([
    untilReady(address, api.log, signal),
    ...parts.map(({ brokenAtStart }) => brokenAtStart),
  ]);
  for (const part of parts) part.ready();
  noteAddress(folder.path, address);

  const databaseEnded = whileDatabaseRuns(database, folder, signal);
  databaseEnded.catch(() => {});
  void watchDisk(folder.path, aside(terminal), signal);
  const progress = drawProgress(terminal);
  const work = bringUpToDate(openApi(address, demo.secrets.apiKey, signal), { sample, own }, progress);
  const run = await Promise.race([work, databaseEnded]).finally(() => progress.clear());
  for (const line of readyText({ address, host, demo, run, dataFolder: folder.path })) terminal.print(line);
  return await databaseEnded;
}

/** Does it, and says that it is done; nothing where it took no time, because nothing was to do. */
async function timed<T>(terminal: Terminal, line: string, work: () => Promise<T>): Promise<T> {
  const progress = startProgress(terminal, { label: line, unit: '' });
  const startedAt = performance.now();
  const result = await work();
  if (performance.now() - startedAt > 100) progress.done(line);
  return result;
}

/** The second Ctrl-C: what was committed is safe, the rest is recovered by the next start. */
function endAtOnce(parts: readonly Supervised[], databasePid: number): never {
  for (const part of parts) part.kill();
  try {
    // "Immediate" shutdown: the server ends its own processes and recovers when it starts again.
    process.kill(databasePid, 'SIGQUIT');
  } catch {
    // It has ended already.
  }
  process.exit(130);
}
