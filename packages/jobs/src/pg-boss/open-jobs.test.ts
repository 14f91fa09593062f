import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { tenantId } from '@shelfcast/domain';
import { cloneDatabase } from '@shelfcast/testing';
import { jobsConformance } from '../conformance.ts';
import type { Job } from '../jobs.ts';
import { openJobs } from './open-jobs.ts';

jobsConformance('pg-boss', async () => {
  const clone = await cloneDatabase();
  return {
    open: () => openJobs({ url: clone.jobsUrl, soleWorker: true }),
    close: () => clone.close(),
  };
});

/** A worker in a process of its own, killed while it holds the job. */
async function killedWhileWorking(url: string): Promise<void> {
  const script = fileURLToPath(new URL('./hanging-worker.fixture.ts', import.meta.url));
  const worker = spawn(process.execPath, [script, url], { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(worker.stdout!, 'data');
  worker.kill('SIGKILL');
  await once(worker, 'exit');
}

for (const { soleWorker, withinSeconds } of [
  { soleWorker: true, withinSeconds: 3 },
  // Nobody knows that nobody else works: the heartbeat (10 s) and a round of upkeep (5 s) have to pass.
  { soleWorker: false, withinSeconds: 25 },
]) {
  const who = soleWorker ? 'a worker that is alone' : 'any worker';
  test(`the job of a killed process is delivered to ${who} within ${withinSeconds} s`, async () => {
    await using clone = await cloneDatabase();
    const sender = await openJobs({ url: clone.jobsUrl, works: false });
    await sender.send('imports', { import: 1 }, { tenant: tenantId(randomUUID()) });
    await killedWhileWorking(clone.jobsUrl);
    const started = performance.now();
    const jobs = await openJobs({ url: clone.jobsUrl, soleWorker });
    const again = Promise.withResolvers<Job>();
    await jobs.work('imports', async (job) => again.resolve(job));
    assert.equal((await again.promise).attempt, 2);
    assert.ok(performance.now() - started < withinSeconds * 1000);
    await jobs.stop();
    await sender.stop();
  });
}
