import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { databaseErrors, ShelfcastError } from '@shelfcast/domain';
import { commandLine, identityOf, isAlive, stillRuns } from './process-identity.ts';

const POLL_MILLISECONDS = 20;
/** A shutdown writes all dirty buffers (128 MB) to a disk that may be slow. */
const FAST_SHUTDOWN_MILLISECONDS = 30_000;

/** The number of the server that runs, or ran, on this cluster: the first line of postmaster.pid. */
export function postmasterPid(cluster: string): number | undefined {
  try {
    const pid = Number.parseInt(readFileSync(join(cluster, 'postmaster.pid'), 'utf8'), 10);
    return pid > 0 ? pid : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Clears what a killed parent left behind: stops a server that still runs on this cluster, and removes a postmaster.pid
 * whose number now belongs to somebody else (the server would take that for another server and refuse). A pid file of
 * a dead process stays: PostgreSQL itself checks by its shared memory whether that one's children are gone.
 */
export async function clearOrphan(cluster: string): Promise<void> {
  const pid = postmasterPid(cluster);
  if (pid === undefined || !isAlive(pid)) return;
  if (commandLine(pid).includes(cluster)) return stopPostmaster(pid);
  rmSync(join(cluster, 'postmaster.pid'), { force: true });
}

/** Stops a server: "fast" (clients are disconnected, everything is written), then "immediate" (recovers at the next start). */
export async function stopPostmaster(pid: number): Promise<void> {
  const identity = identityOf(pid);
  if (!identity) return;
  for (const signal of ['SIGINT', 'SIGQUIT'] as const) {
    process.kill(pid, signal);
    const deadline = Date.now() + FAST_SHUTDOWN_MILLISECONDS;
    while (Date.now() < deadline) {
      if (!stillRuns(identity)) return;
      await sleep(POLL_MILLISECONDS);
    }
  }
  throw new ShelfcastError(databaseErrors.start_failed, {
    detail: `The PostgreSQL of an earlier start (process ${pid}) does not stop.`,
    remedy: `Stop it with \`kill -9 ${pid}\` and start again: committed data is safe.`,
  });
}
