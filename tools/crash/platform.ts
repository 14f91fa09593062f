import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { killTree, stillRunning, treeOf, untilGone } from './process-tree.ts';

/** A platform under test: one `shelfcast start` on a data folder of its own. */
export interface Platform {
  readonly dataFolder: string;
  /** What it has said so far. */
  output(): string;
  /** Resolves when dashboard and forecasts are ready; rejects when it ended before. */
  readonly ready: Promise<void>;
  /** kill -9 of everything, PostgreSQL included. */
  crash(): Promise<void>;
  /** One Ctrl-C. Answers with the exit code and what still runs although it should not. */
  stop(): Promise<{ code: number | null; left: number[] }>;
}

const READY_MS = 180_000;
/** Draining takes a second or two; what takes a minute hangs. */
const STOPPED_MS = 60_000;

export async function startPlatform(
  root: string,
  dataFolder: string,
  args: readonly string[] = [],
): Promise<Platform> {
  const port = await freePort();
  const main = join(root, 'apps', 'cli', 'src', 'main.ts');
  const flags = ['start', ...args, '--data', dataFolder, '--port', String(port)];
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', main, ...flags], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const keep = (piece: Buffer): void => {
    output += piece;
  };
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  const exited = once(child, 'exit') as Promise<[number | null, NodeJS.Signals | null]>;
  const ready = untilReady(child, exited, () => output);
  ready.catch(() => {});
  return {
    dataFolder,
    output: () => output,
    ready,
    async crash() {
      const killed = killTree(child.pid!);
      await exited;
      await untilGone(killed);
    },
    async stop() {
      const tree = treeOf(child.pid!);
      child.kill('SIGINT');
      const hung = setTimeout(() => killTree(child.pid!), STOPPED_MS);
      const [code] = await exited;
      clearTimeout(hung);
      return { code, left: stillRunning(tree) };
    },
  };
}

async function untilReady(
  child: ChildProcess,
  exited: Promise<unknown>,
  output: () => string,
): Promise<void> {
  const deadline = performance.now() + READY_MS;
  let ended = false;
  exited.then(() => {
    ended = true;
  });
  while (!/^Ready: /m.test(output())) {
    if (ended) throw new Error(`The platform ended before it was ready:\n${output()}`);
    if (performance.now() > deadline) {
      child.kill('SIGINT');
      throw new Error(`The platform was not ready after ${READY_MS / 1000} s:\n${output()}`);
    }
    await sleep(20);
  }
}

/** How to reach the database of a platform that runs, as superuser: to look behind every policy. */
export function adminUrl(dataFolder: string): string | undefined {
  try {
    const folder = join(dataFolder, 'postgres');
    const { admin } = JSON.parse(readFileSync(join(folder, 'passwords.json'), 'utf8')) as { admin: string };
    const status = readFileSync(join(folder, 'cluster', 'postmaster.pid'), 'utf8').split('\n');
    if (status[7]?.trim() !== 'ready') return undefined;
    return `postgresql://postgres:${admin}@127.0.0.1:${status[3]}/shelfcast`;
  } catch {
    return undefined;
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}
