import { operations } from '@shelfcast/contract';
import type { App } from '../../app-type.ts';
import type { RouteDependencies } from '../../dependencies.ts';
import { notFound } from '../../not-found.ts';
import { resolveRun } from '../../resolve-run.ts';
import { route } from '../../route.ts';
import { sendJson } from '../../send-json.ts';

export function readForecast(app: App, dependencies: RouteDependencies): void {
  app.route({
    ...route(operations.readForecast),
    handler: async ({ principal: { tenant }, params: { series }, query }, reply) => {
      const run = await resolveRun(dependencies, tenant, query.run);
      const body = await dependencies.forecasts.get(tenant, run, 'series', series);
      if (body === undefined) throw notFound('forecast of series', series, 'GET /v1/series');
      return sendJson(reply, body);
    },
  });
}
