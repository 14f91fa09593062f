/** Takes one job, says so, and never finishes: for tests that kill it. */
import { openJobs } from './open-jobs.ts';

const jobs = await openJobs({ url: process.argv[2] });
await jobs.work('imports', async () => {
  process.stdout.write('took a job\n');
  await new Promise(() => {});
});
