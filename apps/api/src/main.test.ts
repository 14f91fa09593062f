import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { createApiKey } from '@shelfcast/identity';
import { requestRun } from '@shelfcast/serving';
import { cloneDatabase } from '@shelfcast/testing';

const entry = fileURLToPath(new URL('./main.ts', import.meta.url));

function start(environment: Record<string, string>): { child: ChildProcess; log: () => string } {
  const child = spawn(process.execPath, [entry], { env: { PATH: process.env.PATH, ...environment } });
  let log = '';
  child.stdout?.on('data', (chunk) => {
    log += chunk;
  });
  child.stderr?.on('data', (chunk) => {
    log += chunk;
  });
  return { child, log: () => log };
}

async function addressOf(child: ChildProcess, log: () => string): Promise<string> {
  for (;;) {
    const address = /http:\/\/127\.0\.0\.1:\d+/.exec(log())?.[0];
    if (address) return address;
    assert.equal(child.exitCode, null, log());
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

test('on SIGTERM it ends its event streams, finishes, and exits 0', async () => {
  const clone = await cloneDatabase();
  const blobs = await mkdtemp(join(tmpdir(), 'shelfcast-main-'));
  const tenant = await clone.tenant();
  const { key } = await clone.database.withTenant(tenant, (tx) =>
    createApiKey(tx, { name: 'Test', scopes: ['read'] }),
  );
  const { run } = await clone.database.withTenant(tenant, (tx) => requestRun(tx, { requestedBy: 'Test' }));
  const { child, log } = start({
    SHELFCAST_DATABASE_URL: clone.appUrl,
    SHELFCAST_JOBS_DATABASE_URL: clone.jobsUrl,
    SHELFCAST_BLOBS: blobs,
    SHELFCAST_SESSION_SECRET: 'x'.repeat(32),
    SHELFCAST_PORT: '0',
  });
  try {
    const address = await addressOf(child, log);
    const answer = await fetch(`${address}/v1/runs/${run}/events`, {
      headers: { authorization: `Bearer ${key}` },
    });
    const events = answer.text();
    const exit = once(child, 'exit');
    child.kill('SIGTERM');
    assert.match(await events, /event: run/);
    assert.deepEqual(await exit, [0, null], log());
    assert.doesNotMatch(log(), new RegExp(key));
  } finally {
    child.kill('SIGKILL');
    await clone.close();
    await rm(blobs, { recursive: true });
  }
});

test('without its settings it says which are missing, and exits 1', async () => {
  const { child, log } = start({ SHELFCAST_SESSION_SECRET: 'short', SHELFCAST_PORT: 'x' });
  assert.deepEqual(await once(child, 'exit'), [1, null]);
  for (const name of [
    'SHELFCAST_DATABASE_URL',
    'SHELFCAST_BLOBS',
    'fewer than 32',
    'SHELFCAST_PORT is no port',
  ]) {
    assert.match(log(), new RegExp(name));
  }
});
