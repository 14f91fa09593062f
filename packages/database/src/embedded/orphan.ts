import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { databaseErrors, ShelfcastError } from '@shelfcast/domain';
import { identityOf, isAlive, processesIn, stillRuns, worksIn } from './process-identity.ts';

const POLL_MILLISECONDS = 20;
/** A shutdown writes all dirty buffers (256 MB) to a disk that may be slow. */
const FAST_SHUTDOWN_MILLISECONDS = 30_000;
/** The children of a killed server notice at their next wait; a query ends first. */
const CHILDREN_MILLISECONDS = 30_000;

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
 * whose number belongs to a zombie or by now to somebody else (the server would take either for another server and refuse).
 * The pid file of a process that is gone stays: PostgreSQL itself checks by its shared memory whether the children are gone too.
 */
export async function clearOrphan(cluster: string): Promise<void> {
  const pid = postmasterPid(cluster);
  if (pid === undefined || !isAlive(pid)) return;
  if (worksIn(pid, cluster)) return stopPostmaster(pid);
  await childrenGone(cluster);
  rmSync(join(cluster, 'postmaster.pid'), { force: true });
}

/** Without the pid file PostgreSQL can't see them, and two servers' children on one cluster would ruin it. */
async function childrenGone(cluster: string): Promise<void> {
  const deadline = performance.now() + CHILDREN_MILLISECONDS;
  while (processesIn(cluster).length > 0) {
    if (performance.now() > deadline) throw stuck(processesIn(cluster).join(' '));
    await sleep(POLL_MILLISECONDS);
  }
}

/** Stops a server: "fast" (clients are disconnected, everything is written), then "immediate" (recovers at the next start). */
export async function stopPostmaster(pid: number): Promise<void> {
  const identity = identityOf(pid);
  if (!identity) return;
  for (const signal of ['SIGINT', 'SIGQUIT'] as const) {
    process.kill(pid, signal);
    const deadline = performance.now() + FAST_SHUTDOWN_MILLISECONDS;
    while (performance.now() < deadline) {
      if (!stillRuns(identity)) return;
      await sleep(POLL_MILLISECONDS);
    }
  }
  throw stuck(String(pid));
}

function stuck(pids: string): ShelfcastError {
  return new ShelfcastError(databaseErrors.start_failed, {
    detail: `The PostgreSQL of an earlier start (process ${pids}) does not stop.`,
    remedy: `Stop it with \`kill -9 ${pids}\` and start again: committed data is safe.`,
  });
}
