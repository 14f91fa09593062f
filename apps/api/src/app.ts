import { randomUUID } from 'node:crypto';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import { resources } from '@shelfcast/contract';
import { keyChecks } from '@shelfcast/identity';
import { hotForecasts } from '@shelfcast/serving';
import { type FastifyBaseLogger, fastify } from 'fastify';
import type { App } from './app-type.ts';
import type { Dependencies } from './dependencies.ts';
import { authenticationPlugin } from './plugins/authentication/plugin.ts';
import { sessionPlugin } from './plugins/authentication/session.ts';
import { documentPlugin } from './plugins/document.ts';
import { drainPlugin } from './plugins/drain.ts';
import { etagPlugin } from './plugins/etag.ts';
import { eventStreamPlugin } from './plugins/event-streams.ts';
import { dashboardPlugin } from './plugins/pages/dashboard.ts';
import { documentationPlugin } from './plugins/pages/documentation.ts';
import { problemPlugin } from './plugins/problem/plugin.ts';
import { securityHeadersPlugin } from './plugins/security-headers.ts';
import { buildValidator } from './plugins/validators.ts';
import { routes } from './routes/index.ts';
import { Writers } from './uploads/writers.ts';

/** JSON bodies; uploads are streamed and have a limit of their own. */
const BODY_BYTES = 2 ** 20;
/** For the whole of a request, a large upload over a slow line included. */
const REQUEST_MILLISECONDS = 60 * 60 * 1000;

/** The server, not yet listening. */
export async function buildApp(dependencies: Dependencies, log?: FastifyBaseLogger): Promise<App> {
  const { database, serving, sessionSecret, dashboardFolder } = dependencies;
  const keys = keyChecks(database);
  const app: App = fastify({
    loggerInstance: log,
    genReqId: () => randomUUID(),
    bodyLimit: BODY_BYTES,
    requestTimeout: REQUEST_MILLISECONDS,
    schemaController: { compilersFactory: { buildValidator } },
    routerOptions: { maxParamLength: 200 },
  }).withTypeProvider<TypeBoxTypeProvider>();

  for (const resource of resources) app.addSchema(resource);
  await app.register(problemPlugin);
  await app.register(drainPlugin);
  const { multipart } = dependencies.blobs;
  await app.register(securityHeadersPlugin, { sendsTo: multipart ? [await multipart.origin()] : [] });
  await app.register(sessionPlugin, { database, secret: sessionSecret });
  await app.register(authenticationPlugin, { database, keys });
  await app.register(etagPlugin);
  await app.register(eventStreamPlugin);
  await app.register(documentPlugin);
  await app.register(documentationPlugin);
  await app.register(dashboardPlugin, { folder: dashboardFolder });
  // Each in a scope of its own, so that what one needs (a body that is not JSON) is no other's.
  const given = { ...dependencies, writers: new Writers(), forecasts: hotForecasts(serving), keys };
  for (const addRoute of routes) await app.register(async (scope: App) => addRoute(scope, given));
  await app.ready();
  return app;
}
