import { readFileSync } from 'node:fs';
import { highWaterBytes, processTree } from '../../shared/process-tree.ts';

/** The platform's worker, by its entry file. Undefined while there is none: it was killed and is not started again yet. */
export function workerPid(platformPid: number): number | undefined {
  return processTree(platformPid).find((pid) => commandOf(pid).includes('apps/pipeline/src/main.ts\0work'));
}

/** The most memory that the worker has had so far. */
export function workerBytes(platformPid: number): number {
  const pid = workerPid(platformPid);
  return pid === undefined ? 0 : highWaterBytes(pid);
}

function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'latin1');
  } catch {
    return '';
  }
}
