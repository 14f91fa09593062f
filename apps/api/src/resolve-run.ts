import { requestErrors, ShelfcastError, type TenantId } from '@shelfcast/domain';
import { getRun, type HotForecasts } from '@shelfcast/serving';
import type { Dependencies } from './dependencies.ts';
import { runNotFound } from './not-found.ts';

/**
 * The run a request reads, resolved once and kept, so that one answer never mixes two runs: the one asked for if it is
 * published, or the current one.
 */
export async function resolveRun(
  {
    database,
    forecasts,
  }: Pick<Dependencies, 'database'> & { readonly forecasts: Pick<HotForecasts, 'current'> },
  tenant: TenantId,
  asked: number | undefined,
): Promise<number> {
  if (asked === undefined) return (await forecasts.current(tenant)) ?? noForecasts();
  const run = await database.withTenant(tenant, (tx) => getRun(tx, asked), { readOnly: true });
  // What an unfinished run has written so far is nobody's forecast yet.
  if (run?.state !== 'published') throw runNotFound(asked, 'published run');
  return asked;
}

function noForecasts(): never {
  throw new ShelfcastError(requestErrors.no_forecasts, {
    detail: 'No run has been published yet.',
    remedy: 'Start one with POST /v1/runs once sales are imported, and wait until it is published.',
  });
}
