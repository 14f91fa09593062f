import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { after, before, describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { ShelfcastError } from '@shelfcast/domain';
import { Client } from 'pg';
import { identityOf } from './process-identity.ts';
import { startEmbeddedPostgres } from './start.ts';

interface Running {
  readonly process: ChildProcess;
  readonly pid: number;
  readonly ownerUrl: string;
  readonly said: () => Promise<string>;
}

const code = (wanted: string) => (error: unknown) =>
  error instanceof ShelfcastError && error.kind.code === wanted;

async function query(url: string, text: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}

/** A server under a process of its own, in a process group of its own as a shell would start it. */
async function serverProcess(dataFolder: string, durable: boolean): Promise<Running> {
  const script = fileURLToPath(new URL('./running-server.fixture.ts', import.meta.url));
  const child = spawn(process.execPath, [script, dataFolder, durable ? 'durable' : 'fast'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  });
  const lines = createInterface({ input: child.stdout! })[Symbol.asyncIterator]();
  const said = async () => (await lines.next()).value as string;
  const { pid, ownerUrl } = JSON.parse(await said());
  return { process: child, pid, ownerUrl, said };
}

async function gone(pid: number): Promise<void> {
  while (identityOf(pid)) await sleep(10);
}

describe('the embedded server', () => {
  let dataFolder: string;
  const start = () => startEmbeddedPostgres({ dataFolder, durable: false });

  before(() => {
    dataFolder = join(mkdtempSync(join(tmpdir(), 'shelfcast-pg-')), 'not', 'yet', 'there');
  });
  after(() => rmSync(join(dataFolder, '..', '..', '..'), { recursive: true, force: true }));

  test('keeps its data from start to start, and its passwords to itself', async () => {
    const first = await start();
    await query(first.ownerUrl, 'CREATE TABLE kept AS SELECT 42 AS answer');
    await first.stop();
    await first.stop();
    await first.ended;
    assert.equal(identityOf(first.pid), undefined);
    const second = await start();
    assert.deepEqual(await query(second.ownerUrl, 'SELECT answer FROM kept'), [{ answer: 42 }]);
    assert.equal(statSync(join(dataFolder, 'passwords.json')).mode & 0o777, 0o600);
    const guessed = second.ownerUrl.replace(/:[^:@]+@/, ':guess@');
    await assert.rejects(query(guessed, 'SELECT 1'), /password authentication failed/);
    await second.stop();
  });

  test('gives each role its address; only the admin is a superuser', async () => {
    const server = await start();
    const { adminUrl, ownerUrl, appUrl, jobsUrl } = server;
    const roles = await Promise.all(
      [adminUrl, ownerUrl, appUrl, jobsUrl].map((url) =>
        query(url, "SELECT current_user AS who, current_setting('is_superuser') AS super"),
      ),
    );
    assert.deepEqual(roles.flat(), [
      { who: 'postgres', super: 'on' },
      { who: 'shelfcast_owner', super: 'off' },
      { who: 'shelfcast_app', super: 'off' },
      { who: 'shelfcast_jobs', super: 'off' },
    ]);
    await server.stop();
  });

  test('a second start on the same folder says which process runs', async () => {
    const server = await start();
    await assert.rejects(start(), (error: Error) => {
      assert.ok(code('database.already_running')(error));
      assert.match(error.message, new RegExp(`process ${process.pid}\\b`));
      return true;
    });
    assert.deepEqual(await query(server.ownerUrl, 'SELECT 1 AS one'), [{ one: 1 }]);
    await server.stop();
  });

  test('of two starts at the same moment one serves', async () => {
    const results = await Promise.allSettled(Array.from({ length: 4 }, start));
    const served = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
    const refused = results.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []));
    assert.equal(served.length, 1);
    assert.ok(refused.every(code('database.already_running')));
    await served[0].stop();
  });

  test('Ctrl-C reaches the whole group but not the server: only stop() stops it', async () => {
    const running = await serverProcess(dataFolder, false);
    process.kill(-running.process.pid!, 'SIGINT');
    assert.equal(await running.said(), 'interrupted');
    await sleep(200);
    assert.deepEqual(await query(running.ownerUrl, 'SELECT 1 AS one'), [{ one: 1 }]);
    running.process.kill('SIGTERM');
    const [exitCode] = await once(running.process, 'exit');
    assert.equal(exitCode, 0);
    await gone(running.pid);
  });

  test('a server whose parent was killed is stopped by the next start, and nothing committed is lost', async () => {
    const running = await serverProcess(dataFolder, false);
    await query(running.ownerUrl, 'CREATE TABLE orphaned AS SELECT 1 AS one');
    running.process.kill('SIGKILL');
    await once(running.process, 'exit');
    assert.ok(identityOf(running.pid));
    const next = await start();
    assert.equal(identityOf(running.pid), undefined);
    assert.deepEqual(await query(next.ownerUrl, 'SELECT one FROM orphaned'), [{ one: 1 }]);
    await next.stop();
  });

  test('after kill -9 of everything the next start recovers what was committed', async () => {
    const running = await serverProcess(dataFolder, true);
    await query(running.ownerUrl, 'CREATE TABLE survived AS SELECT i FROM generate_series(1, 100000) i');
    running.process.kill('SIGKILL');
    process.kill(running.pid, 'SIGKILL');
    await gone(running.pid);
    assert.ok(existsSync(join(dataFolder, 'cluster', 'postmaster.pid')));
    const next = await start();
    assert.deepEqual(await query(next.ownerUrl, 'SELECT count(*)::int AS n FROM survived'), [{ n: 100_000 }]);
    await next.stop();
  });

  test('a stale pid file whose number now belongs to another process does not stand in the way', async () => {
    const pidFile = join(dataFolder, 'cluster', 'postmaster.pid');
    writeFileSync(
      pidFile,
      `${process.pid}\n/elsewhere\n1700000000\n5432\n\n127.0.0.1\n  1234567 7\nready   \n`,
    );
    const server = await start();
    await server.stop();
  });

  test('a folder of another major version says what to do, and is left alone', async () => {
    const versionFile = join(dataFolder, 'cluster', 'PG_VERSION');
    const version = readFileSync(versionFile, 'utf8');
    writeFileSync(versionFile, '15\n');
    await assert.rejects(start(), (error: Error) => {
      assert.ok(code('database.other_version')(error));
      assert.match(error.message, /PostgreSQL 15.*PostgreSQL 17/s);
      return true;
    });
    writeFileSync(versionFile, version);
    await (await start()).stop();
  });

  test('an initialisation that was cut off is made anew', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'shelfcast-pg-'));
    try {
      // What initdb has made when it is killed half-way lies under another name.
      writeFileSync(join(folder, 'cluster.password'), 'left over');
      const server = await startEmbeddedPostgres({ dataFolder: folder, durable: false });
      await server.stop();
      assert.ok(!existsSync(join(folder, 'cluster.password')));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
