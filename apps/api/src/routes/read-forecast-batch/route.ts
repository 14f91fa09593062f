import { operations } from '@shelfcast/contract';
import type { App } from '../../app-type.ts';
import type { RouteDependencies } from '../../dependencies.ts';
import { resolveRun } from '../../resolve-run.ts';
import { route } from '../../route.ts';
import { sendJson } from '../../send-json.ts';

export function readForecastBatch(app: App, dependencies: RouteDependencies): void {
  app.route({
    ...route(operations.readForecastBatch),
    handler: async ({ principal: { tenant }, body: { series, run: asked } }, reply) => {
      const run = await resolveRun(dependencies, tenant, asked);
      const bodies = await dependencies.forecasts.getMany(tenant, run, 'series', series);
      const items = series.flatMap((key) => bodies.get(key) ?? []);
      const missing = series.filter((key) => !bodies.has(key));
      return sendJson(
        reply,
        `{"run":${run},"items":[${items.join(',')}],"missing":${JSON.stringify(missing)}}`,
      );
    },
  });
}
