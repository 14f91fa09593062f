import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { sendFile } from '@shelfcast/contract/upload';
import { createApiKey } from '@shelfcast/identity';
import { cloneDatabase } from '@shelfcast/testing';

const entry = fileURLToPath(new URL('../main.ts', import.meta.url));

test('a server that is killed in the middle and started again goes on where it was; every byte arrives', async () => {
  const clone = await cloneDatabase();
  const blobs = await mkdtemp(join(tmpdir(), 'shelfcast-restart-'));
  const tenant = await clone.tenant();
  const { key } = await clone.database.withTenant(tenant, (tx) =>
    createApiKey(tx, { name: 'Test', scopes: ['write'] }),
  );
  const port = await freePort();
  const start = () =>
    spawn(process.execPath, [entry], {
      stdio: 'ignore',
      env: {
        PATH: process.env.PATH,
        SHELFCAST_DATABASE_URL: clone.appUrl,
        SHELFCAST_JOBS_DATABASE_URL: clone.jobsUrl,
        SHELFCAST_BLOBS: blobs,
        SHELFCAST_SESSION_SECRET: 'x'.repeat(32),
        SHELFCAST_PORT: String(port),
      },
    });
  let server: ChildProcess = start();
  let killed = 0;
  try {
    const content = new Uint8Array(randomBytes(40_000_000));
    const blob = new Blob([content]);
    const made = await sendFile(
      { name: 'sales.csv', size: blob.size, lastModified: 1, slice: (from, to) => blob.slice(from, to) },
      {},
      {
        baseUrl: `http://127.0.0.1:${port}`,
        headers: { authorization: `Bearer ${key}` },
        signal: new AbortController().signal,
        onState({ kind, sent }) {
          if (kind !== 'sending' || killed > 0 || sent < 5_000_000) return;
          killed += 1;
          server.kill('SIGKILL');
          void once(server, 'exit').then(() => {
            server = start();
          });
        },
      },
    );
    assert.equal(killed, 1);
    const path = join(blobs, 'tenants', tenant, 'imports', String(made.import), 'sales.csv');
    assert.ok((await readFile(path)).equals(content));
  } finally {
    server.kill('SIGKILL');
    await clone.close();
    await rm(blobs, { recursive: true, force: true });
  }
});

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}
