import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import { requestErrors } from '@shelfcast/domain';
import type { FastifyRequest } from 'fastify';
import { fastifyPlugin } from 'fastify-plugin';
import { problem, sendProblem } from '../problem/problem.ts';

/** Vite names these files by their content: what has this name never changes. */
const HASHED = '/assets/';

/**
 * The dashboard's files at `/`. An address that is no file is one of its pages and gets index.html, where a browser asks
 * for a page; everything else that is not there is a problem.
 */
export const dashboardPlugin = fastifyPlugin<{ readonly folder?: string }>(
  async (app, { folder }) => {
    const built = folder !== undefined && existsSync(join(folder, 'index.html'));
    if (built) {
      await app.register(fastifyStatic, {
        root: folder,
        cacheControl: false,
        setHeaders: (reply, path) => {
          const fresh = path.includes(HASHED) ? 'public, max-age=31536000, immutable' : 'no-cache';
          reply.header('cache-control', fresh);
        },
      });
    }
    app.setNotFoundHandler((request, reply) => {
      if (built && asksForPage(request)) return reply.sendFile('index.html');
      return sendProblem(
        reply,
        problem(
          requestErrors.no_such_address,
          {
            detail: `There is no ${request.method} ${request.url.split('?', 1)[0].slice(0, 200)}.`,
            remedy: 'Look it up in /docs; every operation begins with /v1.',
          },
          request.id,
        ),
      );
    });
  },
  { name: 'dashboard' },
);

function asksForPage({ method, url, headers }: FastifyRequest): boolean {
  const isPage = !/^\/(v1|docs|assets)(\/|\?|$)/.test(url);
  return isPage && (method === 'GET' || method === 'HEAD') && (headers.accept ?? '').includes('text/html');
}
