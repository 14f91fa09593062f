import type { TenantId } from '@shelfcast/domain';
import type { Jobs } from '@shelfcast/jobs';

/** Sends an import to the worker. It waits at most once in the queue, whatever it is to be done with it. */
export async function sendImport(
  jobs: Pick<Jobs, 'send'>,
  tenant: TenantId,
  importId: number,
): Promise<void> {
  await jobs.send('import', { importId }, { tenant, singletonKey: `import-${importId}` });
}
