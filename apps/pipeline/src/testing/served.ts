import { levels, type TenantId } from '@shelfcast/domain';
import { listSummaries } from '@shelfcast/serving';
import type { Shop } from './shop.ts';

/** Everything that is served of a run, items and summaries, without the run's number. */
export async function served(shop: Shop, tenant: TenantId, run: number): Promise<string[]> {
  const all: string[] = [];
  for (const level of levels) {
    for (const item of await shop.store.list(tenant, run, level, { limit: 1000 })) {
      all.push(item.body.replace(`"run":${run},`, ''));
    }
  }
  const { items } = await shop.clone.database.withTenant(tenant, (tx) =>
    listSummaries(tx, { run, limit: 1000, sort: 'series' }),
  );
  return [...all, ...items.map((item) => JSON.stringify(item))];
}
