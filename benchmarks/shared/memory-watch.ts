import { highWaterBytes, processTree, treeMemory } from './process-tree.ts';

export interface MemoryPeak {
  /** The largest sum of proportional set sizes that was seen: the truth, but for what happened between two looks. */
  readonly pssBytes: number;
  /** Sum of each process's own peak: never less than the truth, as they need not fall together. */
  readonly boundBytes: number;
  /** The largest of those peaks: what no single process went beyond. */
  readonly largestBytes: number;
  readonly processes: number;
}

/** Looks at a process tree again and again until told to stop. */
export function watchMemory(pid: number, everyMs = 100): { stop(): MemoryPeak } {
  let pssBytes = 0;
  let processes = 0;
  const highest = new Map<number, number>();
  const look = () => {
    const now = treeMemory(pid);
    pssBytes = Math.max(pssBytes, now.pssBytes);
    processes = Math.max(processes, now.processes);
    for (const each of processTree(pid))
      highest.set(each, Math.max(highest.get(each) ?? 0, highWaterBytes(each)));
  };
  look();
  const timer = setInterval(look, everyMs);
  return {
    stop: () => {
      clearInterval(timer);
      return {
        pssBytes,
        processes,
        boundBytes: [...highest.values()].reduce((sum, bytes) => sum + bytes, 0),
        largestBytes: Math.max(...highest.values()),
      };
    },
  };
}
