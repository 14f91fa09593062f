import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, openSync, readFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

/** Where the shared test server is, by role. */
export interface TestServer {
  readonly adminUrl: string;
  readonly ownerUrl: string;
  readonly appUrl: string;
  readonly jobsUrl: string;
}

const VARIABLE = 'SHELFCAST_TEST_POSTGRES';
const WAIT_MILLISECONDS = 60_000;
const POLL_MILLISECONDS = 50;

let joined: Promise<{ server: TestServer; holder: Socket }> | undefined;

/** The test server that a parent process holds, or the shared one, started when nobody runs it. */
export async function testServer(): Promise<TestServer> {
  const inherited = process.env[VARIABLE];
  if (inherited) return JSON.parse(inherited) as TestServer;
  joined ??= joinKeeper();
  return (await joined).server;
}

/**
 * For the process that starts many test processes: holds the server for all of them. Pass `env` on to the children, and
 * call `release` at the end (the server ends a little later by itself).
 */
export async function startTestServer(): Promise<{ env: Record<string, string>; release(): void }> {
  joined ??= joinKeeper();
  const { server, holder } = await joined;
  return { env: { [VARIABLE]: JSON.stringify(server) }, release: () => holder.destroy() };
}

async function joinKeeper(): Promise<{ server: TestServer; holder: Socket }> {
  const folder = keeperFolder();
  const deadline = Date.now() + WAIT_MILLISECONDS;
  let keeper: ReturnType<typeof startKeeper> | undefined;
  while (Date.now() < deadline) {
    const known = readState(folder);
    const holder = known && (await hold(known.port));
    if (holder) return { server: known, holder };
    // Several test processes may start one at once: the claim on its data folder lets one of them live.
    if (!keeper || keeper.exitCode !== null) keeper = startKeeper(folder);
    await sleep(POLL_MILLISECONDS);
  }
  throw new Error(`The test database did not start; see ${join(folder, 'keeper.log')}.`);
}

/** One for each checkout and user, so that two checkouts with different code don't share. */
function keeperFolder(): string {
  const checkout = createHash('sha256')
    .update(fileURLToPath(import.meta.url))
    .digest('hex')
    .slice(0, 10);
  return join(tmpdir(), `shelfcast-test-${process.getuid?.()}-${checkout}`);
}

function startKeeper(folder: string) {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const log = openSync(join(folder, 'keeper.log'), 'a', 0o600);
  const script = fileURLToPath(new URL('./keeper.ts', import.meta.url));
  const child = spawn(process.execPath, [script, folder], { detached: true, stdio: ['ignore', log, log] });
  child.unref();
  return child;
}

function readState(folder: string): (TestServer & { port: number }) | undefined {
  try {
    return JSON.parse(readFileSync(join(folder, 'keeper.json'), 'utf8'));
  } catch {
    return undefined;
  }
}

/** The connection is all that keeps the server; it must not keep this process. */
function hold(port: number): Promise<Socket | undefined> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.unref();
      resolve(socket);
    });
    socket.on('error', () => resolve(undefined));
  });
}
