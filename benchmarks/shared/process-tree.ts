import { readdirSync, readFileSync } from 'node:fs';

/** A process and all that it started, at one moment. */
export interface TreeMemory {
  readonly processes: number;
  /** Proportional set size: a page that n processes share counts 1/n in each. */
  readonly pssBytes: number;
}

/** `pid` and its descendants, from /proc (Linux). Processes that end meanwhile are left out. */
export function processTree(pid: number): number[] {
  const childrenOf = new Map<number, number[]>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const stat = readOrNothing(`/proc/${name}/stat`);
    // The command name stands in brackets and may hold anything; the parent is the second field after it.
    const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
    if (stat !== '') childrenOf.set(parent, [...(childrenOf.get(parent) ?? []), Number(name)]);
  }
  const found = [pid];
  for (let i = 0; i < found.length; i++) found.push(...(childrenOf.get(found[i]) ?? []));
  return found;
}

export function treeMemory(pid: number): TreeMemory {
  const pids = processTree(pid);
  const pssBytes = pids.reduce((sum, each) => sum + kilobytes(each, 'smaps_rollup', 'Pss') * 1024, 0);
  return { processes: pids.length, pssBytes };
}

/** The most that one process ever had resident, shared pages counted in full. */
export function highWaterBytes(pid: number): number {
  return kilobytes(pid, 'status', 'VmHWM') * 1024;
}

function kilobytes(pid: number, file: string, field: string): number {
  const found = new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(readOrNothing(`/proc/${pid}/${file}`));
  return found === null ? 0 : Number(found[1]);
}

function readOrNothing(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
