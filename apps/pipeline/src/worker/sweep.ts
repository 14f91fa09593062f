import { importsToResume, settleUploads } from '@shelfcast/ledger';
import { sendDataHealth } from './data-health-job.ts';
import type { WorkerRoom } from './room.ts';

/**
 * Queues what nobody works on: a run or an import whose job was lost between the row and the queue, or whose worker died; a
 * report on sales that have changed since. What
 * waits in the queue already is not queued again.
 */
export async function sweep({ database, blobs, jobs, log }: WorkerRoom): Promise<void> {
  const { finished, removed } = await settleUploads(database, blobs);
  if (finished + removed > 0) log.info({ finished, removed }, 'uploads settled');
  for (const { tenant, importId } of await importsToResume(database)) {
    const sent = await jobs.send('import', { importId }, { tenant, singletonKey: `import-${importId}` });
    if (sent) log.info({ tenant, importId }, 'import queued again');
  }
  for (const { tenant_id: tenant, run_id: runId } of await database.gate.unfinishedRuns()) {
    const sent = await jobs.send('run', { runId }, { tenant, singletonKey: `run-${runId}` });
    if (sent) log.info({ tenant, runId }, 'run queued again');
  }
  for (const { tenant_id: tenant } of await database.gate.staleDataHealth())
    await sendDataHealth(jobs, tenant);
}
