import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** One of our processes: what to run, with which settings, and where its words go. */
export interface ProcessPlan {
  readonly name: string;
  /** The entry file, and its arguments. */
  readonly entry: string;
  readonly args: readonly string[];
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly log: string;
}

export interface Supervised {
  readonly pid: number | undefined;
  /** Rejects when the process ends before `ready()` was called: then something is wrong for good. */
  readonly brokenAtStart: Promise<never>;
  /** From now on a process that ends is started again. */
  ready(): void;
  /** Lets it drain, and waits until it has ended. */
  stop(): Promise<void>;
  /** Ends it at once. */
  kill(): void;
}

export interface Watcher {
  restarting(name: string, how: string, inMs: number): void;
}

const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 30_000;
/** A process that ran this long was well: the next failure starts counting anew. */
const HEALTHY_MS = 60_000;
/** Draining finishes requests and hands jobs back; a restart recovers what is cut off here. */
const DRAIN_MS = 20_000;

export class ProcessEnded extends Error {
  readonly plan: ProcessPlan;
  constructor(plan: ProcessPlan, how: string) {
    super(`${plan.name} ended (${how}).`);
    this.plan = plan;
  }
}

/** Starts a process in a group of its own (a terminal's Ctrl-C is ours to pass on) and keeps it running. */
export function supervise(plan: ProcessPlan, watcher: Watcher): Supervised {
  let child: ChildProcess | undefined;
  let ended: Promise<void> = Promise.resolve();
  let isReady = false;
  let isStopping = false;
  let wait = FIRST_WAIT_MS;
  const broken = Promise.withResolvers<never>();
  broken.promise.catch(() => {});

  const start = (): void => {
    const startedAt = performance.now();
    const one = launch(plan);
    child = one;
    ended = new Promise((resolve) => {
      let over = false;
      const onEnd = (how: string): void => {
        if (over) return;
        over = true;
        resolve();
        if (!isStopping) afterEnd(how, performance.now() - startedAt);
      };
      one.once('error', (error) => onEnd(error.message));
      one.once('exit', (code, signal) => onEnd(signal ?? `exit code ${code}`));
    });
  };
  const afterEnd = (how: string, livedMs: number): void => {
    if (!isReady) {
      broken.reject(new ProcessEnded(plan, how));
      return;
    }
    if (livedMs > HEALTHY_MS) wait = FIRST_WAIT_MS;
    watcher.restarting(plan.name, how, wait);
    setTimeout(() => {
      if (!isStopping) start();
    }, wait).unref();
    wait = Math.min(wait * 2, LONGEST_WAIT_MS);
  };

  start();
  return {
    get pid() {
      return child?.pid;
    },
    brokenAtStart: broken.promise,
    ready() {
      isReady = true;
    },
    async stop() {
      isStopping = true;
      child?.kill('SIGTERM');
      await Promise.race([ended, sleep(DRAIN_MS, undefined, { ref: false })]);
      killGroup(child);
      await ended;
    },
    kill() {
      isStopping = true;
      killGroup(child);
    },
  };
}

function launch(plan: ProcessPlan): ChildProcess {
  const followParent = new URL('./follow-parent.ts', import.meta.url).href;
  const log = openSync(plan.log, 'a', 0o600);
  const flags = ['--disable-warning=ExperimentalWarning', '--import', followParent];
  const child = spawn(process.execPath, [...flags, plan.entry, ...plan.args], {
    env: plan.environment,
    detached: true,
    stdio: ['ignore', log, log, 'ipc'],
  });
  closeSync(log);
  return child;
}

/** The process and whatever it started itself. */
function killGroup(child: ChildProcess | undefined): void {
  if (child?.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    // It has ended meanwhile.
  }
}
