import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** `python3` where nothing else is named; moto lies there or on PYTHONPATH. */
const python = process.env.SHELFCAST_PYTHON ?? 'python3';

function hasMoto(): boolean {
  const found = spawnSync(python, ['-c', 'import importlib.util as i; exit(i.find_spec("moto") is None)']);
  return found.status === 0;
}

/** For `test({ skip })`: a developer without moto may go on and is told; a build server may not, and fails at the start. */
export const withoutS3: false | string =
  process.env.CI || hasMoto()
    ? false
    : 'LEFT OUT: nothing here stands in for S3. Install it (pip install "moto[s3]" flask flask-cors) and name its Python in SHELFCAST_PYTHON.';

export interface S3Server extends AsyncDisposable {
  /** What a process needs in its environment to find it. */
  readonly environment: Readonly<Record<string, string>>;
  /** What the SDK needs where it is opened by hand. */
  readonly config: {
    readonly endpoint: string;
    readonly region: string;
    readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string };
  };
  /** An empty bucket of its own. */
  bucket(): Promise<string>;
}

/** A server that speaks S3 (moto, in a process of its own), for one test file. */
export async function startS3Server(): Promise<S3Server> {
  const port = await freePort();
  const child = spawn(python, ['-m', 'moto.server', '-H', '127.0.0.1', '-p', String(port)], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const endpoint = `http://127.0.0.1:${port}`;
  await untilReady(child, endpoint);
  let buckets = 0;
  return {
    config: { endpoint, region: 'us-east-1', credentials: { accessKeyId: 'test', secretAccessKey: 'test' } },
    environment: {
      AWS_ENDPOINT_URL_S3: endpoint,
      AWS_REGION: 'us-east-1',
      AWS_ACCESS_KEY_ID: 'test',
      AWS_SECRET_ACCESS_KEY: 'test',
    },
    async bucket() {
      buckets += 1;
      const name = `shelfcast-test-${buckets}`;
      const made = await fetch(`${endpoint}/${name}`, { method: 'PUT' });
      if (!made.ok) throw new Error(`moto made no bucket: ${made.status}`);
      return name;
    },
    async [Symbol.asyncDispose]() {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill();
      await ended;
    },
  };
}

async function untilReady(child: ChildProcess, endpoint: string): Promise<void> {
  let said = '';
  child.stderr!.on('data', (chunk) => {
    said = (said + chunk).slice(-2000);
  });
  for (;;) {
    if (child.exitCode !== null) throw new Error(`moto did not start (${child.exitCode}): ${said}`);
    const answer = await fetch(`${endpoint}/moto-api/`).catch(() => undefined);
    await answer?.body?.cancel();
    if (answer) return;
    await sleep(50);
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
