import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { killTree, stillRunning, treeOf } from '../crash/process-tree.ts';

/** `npm start` in a clone, until it is ready, and what it printed for the user. */
export interface Started {
  readonly address: string;
  readonly email: string;
  readonly password: string;
  readonly curl: string;
  readonly seconds: number;
  readonly output: string;
  /** One Ctrl-C, as a script sends it: to npm. */
  stop(): Promise<{ code: number | null; left: number[] }>;
}

/** Installation included: 450 MB from a registry that may be slow. */
const READY_MS = 10 * 60_000;
/** Draining takes a second or two; what takes a minute hangs. */
const STOPPED_MS = 60_000;

export async function npmStart(
  clone: string,
  env: NodeJS.ProcessEnv,
  args: readonly string[],
): Promise<Started> {
  const began = performance.now();
  const child = spawn('npm', ['start', '--', ...args], {
    cwd: clone,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  let ended = false;
  const keep = (piece: Buffer): void => {
    output += piece;
  };
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  const closed = once(child, 'close') as Promise<[number | null]>;
  closed.then(() => {
    ended = true;
  });
  while (!/Stop: Ctrl-C/.test(output)) {
    if (ended) throw new Error(`npm start ended before it was ready:\n${output}`);
    if (performance.now() - began > READY_MS) {
      child.kill('SIGINT');
      throw new Error(`npm start was not ready after ${READY_MS / 60_000} minutes:\n${output}`);
    }
    await sleep(50);
  }
  const printed = (pattern: RegExp): string => {
    const found = pattern.exec(output)?.[1];
    if (!found) throw new Error(`npm start did not print ${pattern}:\n${output}`);
    return found;
  };
  return {
    address: printed(/^Ready: (\S+)$/m),
    email: printed(/Sign in with\s+(\S+)/),
    password: printed(/Password\s+(\S+)/),
    curl: printed(/^\s+(curl .+)$/m),
    seconds: (performance.now() - began) / 1000,
    output,
    async stop() {
      const tree = treeOf(child.pid!);
      child.kill('SIGINT');
      const hung = setTimeout(() => killTree(child.pid!), STOPPED_MS);
      const [code] = await closed;
      clearTimeout(hung);
      return { code, left: stillRunning(tree) };
    },
  };
}
