import swagger from '@fastify/swagger';
import { type Operation, operations } from '@shelfcast/contract';
import type { FastifySchema } from 'fastify';
import { fastifyPlugin } from 'fastify-plugin';
import { statusTitle } from './problem/status-title.ts';

const publicOperations = new Set([
  'signIn',
  'signOut',
  'describeUploads',
  'readHealth',
  'readReadiness',
  'readOpenApi',
]);
/** In the order in which somebody meets them. */
const tags = [
  { name: 'imports', description: 'Sales come in as files.' },
  { name: 'uploads', description: 'Large files, over broken lines and restarts; each becomes an import.' },
  { name: 'runs', description: 'A run forecasts everything in the ledger.' },
  { name: 'calendar', description: 'Days that are not like others: holidays, events, closures.' },
  { name: 'forecasts', description: 'What a run published: one, many, or all as a file.' },
  { name: 'series', description: 'A product at a location, what it sold, and what a run says about it.' },
  { name: 'overview', description: 'The whole in numbers.' },
  { name: 'session', description: 'People sign in with a cookie.' },
  { name: 'keys', description: 'Programs come with a key.' },
  { name: 'service', description: 'For those who operate this server.' },
];
const byOperationId = new Map<string, Operation>(Object.entries(operations));

/** Writes the OpenAPI 3.1 document from the routes as they are registered. */
export const documentPlugin = fastifyPlugin(
  async (app) => {
    await app.register(swagger, {
      openapi: {
        openapi: '3.1.0',
        info: {
          title: 'Shelfcast',
          version: '1',
          description:
            'Sales in, forecasts out. Every answer belongs to the tenant of the key or session that asks; the id of another tenant answers 404. Errors are `application/problem+json` with a stable `code`.',
          license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
        },
        components: {
          securitySchemes: {
            key: {
              type: 'http',
              scheme: 'bearer',
              description: 'An API key: `Authorization: Bearer <key>`.',
            },
            session: {
              type: 'apiKey',
              in: 'cookie',
              name: 'shelfcast_session',
              description: 'Set by POST /v1/session.',
            },
          },
        },
        security: [{ key: [] }, { session: [] }],
        tags,
      },
      // Components keep their own names instead of def-0, def-1 …
      refResolver: {
        buildLocalReference: (json, _base, _fragment, index) =>
          typeof json.$id === 'string' ? json.$id : `def-${index}`,
      },
      transform: ({ schema, url }) => ({ schema: describe(schema), url }),
    });
  },
  { name: 'document' },
);

/** Adds what a client must know and the server's validation need not: errors, media types, who may ask. */
function describe(schema: FastifySchema | undefined): FastifySchema {
  const operation = schema?.operationId ? byOperationId.get(schema.operationId) : undefined;
  if (!schema || !operation) return { hide: true };
  const described: FastifySchema = { ...schema };
  if (publicOperations.has(schema.operationId!)) described.security = [];
  if (operation.consumes) described.body = { content: contentOf(operation.consumes) };
  described.response = { ...successes(operation), ...problems(operation) };
  return described;
}

function successes(operation: Operation): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(operation.schema.response).map(([status, schema]) => {
      const types = operation.streams?.[Number(status)] ?? ['application/json'];
      const description = statusTitle(Number(status));
      if (status === '204') return [status, { description, type: 'null' }];
      return [
        status,
        { description, content: operation.streams ? contentOf(types) : { [types[0]]: { schema } } },
      ];
    }),
  );
}

function problems(operation: Operation): Record<string, unknown> {
  return Object.fromEntries(
    [...operation.problems, 500].map((status) => [
      status,
      {
        description: statusTitle(status),
        content: { 'application/problem+json': { schema: { $ref: 'Problem#' } } },
      },
    ]),
  );
}

function contentOf(types: readonly string[]): Record<string, unknown> {
  const binary = (type: string) => !type.startsWith('text/');
  return Object.fromEntries(
    types.map((type) => [
      type,
      { schema: binary(type) ? { type: 'string', format: 'binary' } : { type: 'string' } },
    ]),
  );
}
