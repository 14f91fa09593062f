import { readFile } from 'node:fs/promises';
import swaggerUi from '@fastify/swagger-ui';
import { errorCatalogue } from '@shelfcast/domain';
import { fastifyPlugin } from 'fastify-plugin';
import { notFound } from '../../not-found.ts';

const errorPages = new URL('../../../../../docs/errors/', import.meta.url);

/** `/docs`: the operations to browse and try; `/docs/errors/<code>`: what a problem's `type` leads to. */
export const documentationPlugin = fastifyPlugin(
  async (app) => {
    await app.register(swaggerUi, {
      routePrefix: '/docs',
      // Without a bar that offers other documents: there is one.
      uiConfig: {
        layout: 'BaseLayout',
        docExpansion: 'list',
        operationsSorter: 'alpha',
        defaultModelsExpandDepth: 0,
      },
      theme: { title: 'Shelfcast API' },
      // It styles by inline attributes; scripts stay ours.
      staticCSP:
        "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'",
    });
    app.get<{ Params: { code: string } }>(
      '/docs/errors/:code',
      { schema: { hide: true } },
      async (request, reply) => {
        const { code } = request.params;
        // Only codes of the catalogue: the name of a file is never taken from an address.
        if (!errorCatalogue.has(code)) throw notFound('error', code.slice(0, 100), 'the `code` of a problem');
        reply.type('text/plain; charset=utf-8').header('cache-control', 'public, max-age=3600');
        return readFile(new URL(`${code}.md`, errorPages), 'utf8');
      },
    );
  },
  { name: 'documentation', dependencies: ['document'] },
);
