import { createHash } from 'node:crypto';
import { fastifyPlugin } from 'fastify-plugin';

/**
 * Reads answer with an ETag of their bytes and 304 where the client has them already. `no-cache` lets a browser keep an
 * answer but ask before using it; `private` keeps it out of caches that others share.
 */
export const etagPlugin = fastifyPlugin(
  async (app) => {
    app.addHook('onSend', async (request, reply, payload) => {
      if (request.method !== 'GET' || reply.statusCode !== 200 || typeof payload !== 'string') return payload;
      const etag = `"${createHash('sha1').update(payload).digest('base64url')}"`;
      reply.header('etag', etag);
      if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'private, no-cache');
      if (!matches(request.headers['if-none-match'], etag)) return payload;
      reply.code(304).removeHeader('content-length').removeHeader('content-type');
      return null;
    });
  },
  { name: 'etag' },
);

/** If-None-Match compares weakly (RFC 9110, 13.1.2): a proxy that compressed the answer may have made the tag weak. */
function matches(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  if (header.trim() === '*') return true;
  return header.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag);
}
