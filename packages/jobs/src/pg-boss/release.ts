import type { PgBoss } from 'pg-boss';

const PAGE = 1000;

/** Makes every unfinished job due now: what a process that ended held, and what waits for its next try. */
export async function releaseAll(boss: PgBoss): Promise<void> {
  for (const { name } of await boss.getQueues()) {
    let after: string | undefined;
    for (;;) {
      const jobs = await boss.findJobs(name, { limit: PAGE, after });
      const active = jobs.filter(({ state }) => state === 'active').map(({ id }) => id);
      if (active.length > 0)
        await boss.fail(name, active, { message: 'The process that held it has ended.' });
      for (const { id, state } of jobs) {
        if (state === 'active' || state === 'retry')
          await boss.update(name, undefined, { id, startAfter: 0 });
      }
      if (jobs.length < PAGE) break;
      after = jobs[jobs.length - 1].id;
    }
  }
}
