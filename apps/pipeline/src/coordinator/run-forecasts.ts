import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { BlobStore } from '@shelfcast/blobs';
import type { Database } from '@shelfcast/database';
import { runErrors, ShelfcastError, type TenantId } from '@shelfcast/domain';
import {
  type ClaimedRun,
  claimRun,
  failRun,
  finalStates,
  getRun,
  type Run,
  type RunLease,
  releaseLease,
  type ServingStore,
} from '@shelfcast/serving';
import type { Manifest } from '@shelfcast/shards';
import { extract } from '../stages/extract.ts';
import { forecast } from '../stages/forecast.ts';
import { publish } from '../stages/publish.ts';
import { reconcile } from '../stages/reconcile.ts';
import type { RunContext, RunStage } from '../stages/stage.ts';
import { train } from '../stages/train.ts';
import { describeFailure, isVerdict } from './failure.ts';
import { keepLease } from './heartbeat.ts';
import { ProgressWriter } from './progress.ts';

export interface RunOptions {
  readonly database: Database;
  readonly blobs: BlobStore;
  /** The folder of `blobs`, for threads to open by themselves. */
  readonly blobsAt: string;
  readonly store: ServingStore;
  readonly workers: number;
  readonly signal?: AbortSignal;
  /** This process is the only one that works: whoever holds a run has ended. */
  readonly alone?: boolean;
  /** See RunContext.reached. */
  readonly reached?: (point: string) => void | Promise<void>;
  /** What a person who keeps the system running would want to know of a defect. */
  readonly onDefect?: (error: unknown) => void;
}

const stages: readonly RunStage[] = [train, forecast, reconcile, publish];

/** A run that has lost so many workers in a row without a shard to show for it would kill the next one too. */
const MOST_TAKEOVERS = 20;
const CLAIM_POLL_MILLISECONDS = 500;

/**
 * Takes a run from wherever an earlier worker left it to its end, and returns it: published, failed or cancelled. Throws
 * what is no verdict on the run (the database is down, the process is to stop); it can then be called again.
 */
export async function runForecasts(options: RunOptions, tenant: TenantId, runNumber: number): Promise<Run> {
  const { database } = options;
  const lease: RunLease = { run: runNumber, owner: randomUUID() };
  const claimed = await claim(options, tenant, lease);
  if (!('takeovers' in claimed)) return claimed;
  using heartbeat = keepLease(database, tenant, lease);
  const signal = AbortSignal.any([heartbeat.signal, ...(options.signal ? [options.signal] : [])]);
  try {
    if (claimed.takeovers > MOST_TAKEOVERS) throw abandoned(runNumber, claimed.takeovers);
    await runStages(options, tenant, claimed.run, lease, signal);
  } catch (error) {
    if (heartbeat.signal.aborted || isLeaseLost(error)) return readRun(database, tenant, runNumber);
    if (signal.aborted || !isVerdict(error)) {
      await database.withTenant(tenant, (tx) => releaseLease(tx, lease)).catch(() => {});
      throw error;
    }
    if (!(error instanceof ShelfcastError)) options.onDefect?.(error);
    await database.withTenant(tenant, (tx) => failRun(tx, lease, describeFailure(error)));
  }
  return readRun(database, tenant, runNumber);
}

async function runStages(
  { database, blobs, blobsAt, store, workers, reached }: RunOptions,
  tenant: TenantId,
  run: Run,
  lease: RunLease,
  signal: AbortSignal,
): Promise<void> {
  const progress = new ProgressWriter(database, tenant, lease);
  const context: RunContext = {
    tenant,
    run,
    lease,
    database,
    blobs,
    blobsAt,
    store,
    workers,
    signal,
    progress: (seriesDone) => progress.say(seriesDone),
    async reached(point) {
      await reached?.(point);
      signal.throwIfAborted();
    },
  };
  try {
    await progress.enter('extracting');
    const manifest: Manifest = await extract(context);
    for (const stage of stages) {
      await progress.enter(stage.name);
      await context.reached(`${stage.name}: begins`);
      await stage.run(context, manifest);
      await progress.settle();
    }
  } finally {
    await progress.settle();
  }
}

/** Takes the run, waiting while another worker holds it; gives it back as it is where it has ended meanwhile. */
async function claim(
  { database, alone = false, signal }: RunOptions,
  tenant: TenantId,
  lease: RunLease,
): Promise<ClaimedRun | Run> {
  for (;;) {
    const claimed = await database.withTenant(tenant, (tx) => claimRun(tx, lease, { evenIfHeld: alone }));
    if (claimed) return claimed;
    const run = await readRun(database, tenant, lease.run);
    if (finalStates.includes(run.state)) return run;
    await sleep(CLAIM_POLL_MILLISECONDS, undefined, { signal });
  }
}

async function readRun(database: Database, tenant: TenantId, number: number): Promise<Run> {
  const run = await database.withTenant(tenant, (tx) => getRun(tx, number));
  if (run) return run;
  throw new ShelfcastError(runErrors.not_found, {
    detail: `There is no run ${number}.`,
    remedy: 'List the runs to see which there are.',
  });
}

function isLeaseLost(error: unknown): boolean {
  return error instanceof ShelfcastError && error.kind === runErrors.lease_lost;
}

function abandoned(run: number, takeovers: number): ShelfcastError {
  return new ShelfcastError(runErrors.abandoned, {
    detail: `Run ${run} was left by ${takeovers} workers in a row, none of which finished a shard.`,
    remedy: 'Look for what ends them (memory, a full disk) in the log; then start another run.',
  });
}
