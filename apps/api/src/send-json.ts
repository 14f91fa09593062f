import type { FastifyReply } from 'fastify';

/** Sends JSON that is text already: a published forecast is stored as it is served, and is not parsed on its way. */
export function sendJson<R extends FastifyReply>(reply: R, json: string): R {
  reply.type('application/json; charset=utf-8').serializer((text: string) => text);
  return reply.send(json as never) as R;
}
