import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, fstatSync, ftruncateSync, openSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Binaries } from './binaries.ts';
import { startFailure } from './failure.ts';
import { type SettingsOptions, settings } from './settings.ts';
import type { Unprivileged } from './unprivileged.ts';

const POLL_MILLISECONDS = 10;
/** Crash recovery replays at most max_wal_size (1 GB) of log before the server is ready. */
const READY_MILLISECONDS = 120_000;
const LONGEST_LOG_BYTES = 10_000_000;
const ATTEMPTS = 40;
const RETRY_MILLISECONDS = 250;
/** Passing troubles: our free port was taken meanwhile, or the children of a killed server are not gone yet. */
const PASSING =
  /Address already in use|could not create any TCP\/IP sockets|pre-existing shared memory block/;

export interface Launched {
  readonly process: ChildProcess;
  readonly port: number;
}

/** Starts the server and waits until it takes connections. */
export async function launch(
  cluster: string,
  log: string,
  binaries: Binaries,
  how: Unprivileged,
  options: Omit<SettingsOptions, 'port'>,
): Promise<Launched> {
  for (let attempt = 1; ; attempt++) {
    const port = await freePort();
    const { file, written } = openLog(log);
    const {
      file: program,
      args,
      options: user,
    } = how.wrap(binaries.postgres, [...['-D', cluster], ...settings({ ...options, port })]);
    // A session of its own: Ctrl-C reaches the whole foreground group, and only our stop() is to stop the server.
    const child = spawn(program, args, { ...user, detached: true, stdio: ['ignore', file, file] });
    closeSync(file);
    if (await ready(child, cluster)) {
      child.unref();
      return { process: child, port };
    }
    const output = readFileSync(log).subarray(written).toString();
    if (attempt === ATTEMPTS || !PASSING.test(output)) throw startFailure('PostgreSQL', output);
    await sleep(RETRY_MILLISECONDS);
  }
}

/** Goes on with the log, or begins it anew when it has grown. */
function openLog(log: string): { file: number; written: number } {
  const file = openSync(log, 'a', 0o600);
  if (fstatSync(file).size > LONGEST_LOG_BYTES) ftruncateSync(file);
  return { file, written: fstatSync(file).size };
}

/** As pg_ctl does: the eighth line of postmaster.pid says `ready` once connections are taken. */
async function ready(child: ChildProcess, cluster: string): Promise<boolean> {
  let ended = false;
  child.once('error', () => (ended = true));
  child.once('exit', () => (ended = true));
  const deadline = performance.now() + READY_MILLISECONDS;
  while (!ended && performance.now() < deadline) {
    const lines = statusLines(cluster);
    if (Number(lines[0]) === child.pid && lines[7]?.trim() === 'ready') return true;
    await sleep(POLL_MILLISECONDS);
  }
  if (!ended) child.kill('SIGQUIT');
  return false;
}

function statusLines(cluster: string): string[] {
  try {
    return readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n');
  } catch {
    return [];
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
