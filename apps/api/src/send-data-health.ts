import type { TenantId } from '@shelfcast/domain';
import type { Dependencies } from './dependencies.ts';

/**
 * Asks the worker for a new report on a tenant's sales. Should the queue not take it, what was done stays done: the worker's
 * sweep finds the report out of date.
 */
export async function sendDataHealth(jobs: Dependencies['jobs'], tenant: TenantId): Promise<void> {
  const sent = jobs.send('data-health', {}, { tenant, singletonKey: `data-health-${tenant}` });
  await sent.catch(() => undefined);
}
