import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { ShelfcastError } from '@shelfcast/domain';
import { help } from './commands/help.ts';
import { openLog } from './worker/log.ts';

/** Environment, clock and signals are read here and nowhere else in this app. */
const EXIT_FAILED = 1;
const EXIT_USAGE = 2;

const stop = new AbortController();
for (const name of ['SIGTERM', 'SIGINT'] as const) {
  process.on(name, () => stop.abort(new Error('The process was told to stop.')));
}

async function main(args: string[]): Promise<number> {
  const log = openLog(process.env.SHELFCAST_LOG_LEVEL);
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        help: { type: 'boolean', short: 'h' },
        shared: { type: 'boolean' },
        manifest: { type: 'string' },
        bundle: { type: 'string' },
        blobs: { type: 'string' },
        workers: { type: 'string' },
      },
    });
    const [command] = positionals;
    if (values.help || command === undefined || command === 'help') {
      process.stdout.write(help);
      return 0;
    }
    const workers = count(values.workers ?? process.env.SHELFCAST_WORKERS) ?? availableParallelism();
    if (command === 'work') {
      // Only this command may know a database: nothing of it is loaded for the other.
      const { work } = await import('./commands/work.ts');
      await work({
        databaseUrl: required('SHELFCAST_DATABASE_URL'),
        jobsDatabaseUrl: required('SHELFCAST_JOBS_DATABASE_URL'),
        blobsAt: required('SHELFCAST_BLOBS'),
        workers,
        alone: !values.shared,
        log,
        now: Date.now,
        signal: stop.signal,
      });
      return 0;
    }
    if (command === 'bundle') {
      const { forecastBundle } = await import('./commands/bundle.ts');
      const done = await forecastBundle({
        manifest: given(values.manifest, '--manifest'),
        bundle: count(given(values.bundle, '--bundle')) ?? 0,
        blobsAt: given(values.blobs, '--blobs'),
        workers: Math.max(1, workers),
        environment: process.env,
        signal: stop.signal,
        onShard: (shard) => log.info(shard, 'shard done'),
      });
      log.info(done, 'bundle done');
      return 0;
    }
    throw new UsageError(`There is no command “${command}”.`);
  } catch (error) {
    if (error instanceof UsageError || (error as NodeJS.ErrnoException)?.code?.startsWith('ERR_PARSE_ARGS')) {
      process.stderr.write(`${(error as Error).message}\n\n${help}`);
      return EXIT_USAGE;
    }
    if (stop.signal.aborted) return 0;
    if (error instanceof ShelfcastError) {
      log.error({ code: error.kind.code, ...error.details }, error.kind.title);
    } else {
      log.error({ error: String(error), stack: (error as Error)?.stack }, 'failed');
    }
    return EXIT_FAILED;
  }
}

class UsageError extends Error {}

function required(name: string): string {
  const value = process.env[name];
  if (!value) throw new UsageError(`${name} is not set.`);
  return value;
}

function given(value: string | undefined, name: string): string {
  if (value === undefined) throw new UsageError(`${name} is missing.`);
  return value;
}

function count(text: string | undefined): number | undefined {
  if (text === undefined || text === '') return undefined;
  const value = Number(text);
  if (!Number.isInteger(value) || value < 0) throw new UsageError(`“${text}” is not a whole number.`);
  return value;
}

process.exitCode = await main(process.argv.slice(2));
