import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, test } from 'node:test';
import { tenantId } from '@shelfcast/domain';
import type { Job, Jobs } from './jobs.ts';

/** One test's queue: opened again and again on the same store, as processes come and go. */
export interface JobsFixture {
  /** As a process that is alone after an earlier one has ended. */
  open(): Promise<Jobs>;
  close(): Promise<void>;
}

/** What every adapter of Jobs guarantees. */
export function jobsConformance(name: string, setUp: () => Promise<JobsFixture>): void {
  describe(`jobs on ${name}`, { concurrency: 4 }, () => {
    const tenant = tenantId(randomUUID());
    const withJobs = async (work: (jobs: Jobs, fixture: JobsFixture) => Promise<void>) => {
      const fixture = await setUp();
      const jobs = await fixture.open();
      try {
        await work(jobs, fixture);
      } finally {
        await jobs.stop();
        await fixture.close();
      }
    };

    test('a job reaches its handler with its tenant and ids', () =>
      withJobs(async (jobs) => {
        const delivered = Promise.withResolvers<Job>();
        await jobs.work('imports', async (job) => delivered.resolve(job));
        const id = await jobs.send('imports', { import: 7 }, { tenant });
        const job = await delivered.promise;
        assert.deepEqual(
          { id: job.id, tenant: job.tenant, payload: job.payload, attempt: job.attempt },
          { id, tenant, payload: { import: 7 }, attempt: 1 },
        );
      }));

    test('a job that was sent before anybody worked is not lost', () =>
      withJobs(async (jobs) => {
        await jobs.send('imports', { import: 1 }, { tenant });
        const delivered = Promise.withResolvers<Job>();
        await jobs.work('imports', async (job) => delivered.resolve(job));
        assert.deepEqual((await delivered.promise).payload, { import: 1 });
      }));

    test('a job whose handler throws is delivered again, and counts its attempts', () =>
      withJobs(async (jobs) => {
        const second = Promise.withResolvers<number>();
        await jobs.work('imports', async ({ attempt }) => {
          if (attempt === 1) throw new Error('The first attempt fails.');
          second.resolve(attempt);
        });
        await jobs.send('imports', { import: 1 }, { tenant });
        assert.equal(await second.promise, 2);
      }));

    test('while a singleton waits or runs, a second is not taken; afterwards it is', () =>
      withJobs(async (jobs) => {
        const options = { tenant, singletonKey: 'import 1' };
        assert.ok(await jobs.send('imports', { import: 1 }, options));
        assert.equal(await jobs.send('imports', { import: 1 }, options), undefined);
        const running = Promise.withResolvers<void>();
        const finish = Promise.withResolvers<void>();
        await jobs.work('imports', async () => {
          running.resolve();
          await finish.promise;
        });
        await running.promise;
        assert.equal(await jobs.send('imports', { import: 1 }, options), undefined);
        finish.resolve();
        while ((await jobs.send('imports', { import: 1 }, options)) === undefined) await pause(50);
      }));

    test('a tenant with many jobs does not keep another tenant waiting', () =>
      withJobs(async (jobs) => {
        const other = tenantId(randomUUID());
        for (let i = 0; i < 3; i++) await jobs.send('runs', { run: i }, { tenant });
        await jobs.send('runs', { run: 99 }, { tenant: other });
        let running = 0;
        let most = 0;
        const finish = Promise.withResolvers<void>();
        const ourRan = Promise.withResolvers<void>();
        const otherRan = Promise.withResolvers<void>();
        const work = async (job: Job) => {
          if (job.tenant === other) return otherRan.resolve();
          running += 1;
          most = Math.max(most, running);
          ourRan.resolve();
          await finish.promise;
          running -= 1;
        };
        await jobs.work('runs', work, { concurrency: 3, groupConcurrency: 1 });
        await Promise.all([ourRan.promise, otherRan.promise]);
        assert.equal(most, 1);
        finish.resolve();
      }));

    test('a job carries ids and nothing else', () =>
      withJobs(async (jobs) => {
        await assert.rejects(jobs.send('imports', { file: 'sales.csv' }, { tenant }), /carries ids only/);
        await assert.rejects(jobs.send('imports', { share: 0.5 }, { tenant }), /carries ids only/);
        await jobs.send('imports', { import: 1, key: randomUUID() }, { tenant });
      }));

    test('stop aborts what runs, and the next start delivers it again at once', () =>
      withJobs(async (jobs, fixture) => {
        const running = Promise.withResolvers<void>();
        await jobs.work('imports', async ({ signal }) => {
          running.resolve();
          await new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
        });
        await jobs.send('imports', { import: 1 }, { tenant });
        await running.promise;
        await jobs.stop();
        const next = await fixture.open();
        const again = Promise.withResolvers<Job>();
        await next.work('imports', async (job) => again.resolve(job));
        const started = performance.now();
        assert.equal((await again.promise).attempt, 2);
        assert.ok(performance.now() - started < 3000);
        await next.stop();
      }));
  });
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
