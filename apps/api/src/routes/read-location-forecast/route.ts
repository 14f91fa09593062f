import { operations } from '@shelfcast/contract';
import type { App } from '../../app-type.ts';
import type { RouteDependencies } from '../../dependencies.ts';
import { notFound } from '../../not-found.ts';
import { resolveRun } from '../../resolve-run.ts';
import { route } from '../../route.ts';
import { sendJson } from '../../send-json.ts';

export function readLocationForecast(app: App, dependencies: RouteDependencies): void {
  app.route({
    ...route(operations.readLocationForecast),
    handler: async ({ principal: { tenant }, params: { location }, query }, reply) => {
      const run = await resolveRun(dependencies, tenant, query.run);
      const body = await dependencies.forecasts.get(tenant, run, 'location', location);
      if (body === undefined) throw notFound('forecast of location', location, 'GET /v1/locations');
      return sendJson(reply, body);
    },
  });
}
