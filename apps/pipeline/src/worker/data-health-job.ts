import type { TenantId } from '@shelfcast/domain';
import type { Job, Jobs } from '@shelfcast/jobs';
import { refreshDataHealth } from '@shelfcast/ledger';
import type { WorkerRoom } from './room.ts';

/** Asks for a new report on a tenant's sales; while one waits or is being made, for no other. */
export async function sendDataHealth(jobs: Pick<Jobs, 'send'>, tenant: TenantId): Promise<void> {
  await jobs.send('data-health', {}, { tenant, singletonKey: `data-health-${tenant}` });
}

/** Makes the report on a tenant's sales anew, where they have changed since. */
export async function dataHealthJob({ database, log }: WorkerRoom, { tenant }: Job): Promise<void> {
  const begun = performance.now();
  const made = await refreshDataHealth(database, tenant);
  if (made)
    log.info({ tenant, seconds: Math.round(performance.now() - begun) / 1000 }, 'data health reported');
}
