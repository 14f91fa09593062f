import { execFileSync } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';

/** A process and everything below it, children first. Only what we started: the tree is walked from our own child. */
export function treeOf(root: number): number[] {
  const children = new Map<number, number[]>();
  const table = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,stat='], { encoding: 'utf8' });
  for (const line of table.trim().split('\n')) {
    const [pid, parent, state] = line.trim().split(/\s+/);
    if (state.startsWith('Z')) continue;
    children.set(Number(parent), [...(children.get(Number(parent)) ?? []), Number(pid)]);
  }
  const below = (pid: number): number[] =>
    (children.get(pid) ?? []).flatMap((child) => [...below(child), child]);
  return [...below(root), root];
}

/** Those of `pids` that still run (a zombie has ended). */
export function stillRunning(pids: readonly number[]): number[] {
  if (pids.length === 0) return [];
  const table = execFileSync('ps', ['-A', '-o', 'pid=,stat='], { encoding: 'utf8' });
  const alive = new Set(
    table
      .trim()
      .split('\n')
      .map((line) => line.trim().split(/\s+/))
      .filter(([, state]) => !state.startsWith('Z'))
      .map(([pid]) => Number(pid)),
  );
  return pids.filter((pid) => alive.has(pid));
}

/** kill -9 of the whole tree, top first: nothing may restart, drain or clean up. */
export function killTree(root: number): number[] {
  const pids = treeOf(root).reverse();
  for (const pid of pids) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It ended by itself when its parent did.
    }
  }
  return pids;
}

/** A killed process is gone a moment later; PostgreSQL's own notice the death of their parent as late. */
export async function untilGone(pids: readonly number[]): Promise<void> {
  while (stillRunning(pids).length > 0) await sleep(20);
}
