import type { TenantId } from '@shelfcast/domain';
import type { Jobs } from '@shelfcast/jobs';

/** Sends a new import to the worker. It waits at most once in the queue. */
export async function sendImport(
  jobs: Pick<Jobs, 'send'>,
  tenant: TenantId,
  importId: number,
): Promise<void> {
  await jobs.send('import', { importId }, { tenant, singletonKey: `import-${importId}` });
}

/**
 * Sends an import on that a person has decided about. The job that surveyed it may not have ended yet and would keep the
 * import's place in the queue: a decision, which is taken once, waits in a place of its own.
 */
export async function sendDecided(
  jobs: Pick<Jobs, 'send'>,
  tenant: TenantId,
  importId: number,
): Promise<void> {
  await jobs.send('import', { importId }, { tenant });
}
