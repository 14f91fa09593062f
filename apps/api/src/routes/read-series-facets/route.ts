import { operations } from '@shelfcast/contract';
import { summaryFacets } from '@shelfcast/serving';
import type { App } from '../../app-type.ts';
import type { Dependencies } from '../../dependencies.ts';
import { route } from '../../route.ts';

export function readSeriesFacets(app: App, { database, serving }: Dependencies): void {
  app.route({
    ...route(operations.readSeriesFacets),
    handler: async ({ principal: { tenant } }) => {
      const run = await serving.current(tenant);
      if (run === undefined) return { run: null, total: 0, models: {}, attention: {}, locations: [] };
      const facets = await database.withTenant(tenant, (tx) => summaryFacets(tx, run), { readOnly: true });
      return {
        run,
        total: facets.total,
        models: { ...facets.models },
        attention: { ...facets.attention },
        locations: [...facets.locations],
      };
    },
  });
}
