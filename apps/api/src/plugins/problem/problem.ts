import type { Problem } from '@shelfcast/contract';
import type { ErrorDetails, ErrorKind } from '@shelfcast/domain';
import type { FastifyReply } from 'fastify';

/** RFC 9457, from a kind of the catalogue and its particulars. */
export function problem(kind: ErrorKind, details: ErrorDetails, instance: string): Problem {
  const { detail, remedy, where } = details;
  return {
    type: `/docs/errors/${kind.code}`,
    title: kind.title,
    status: kind.status,
    code: kind.code,
    detail,
    remedy,
    ...(where && { where }),
    instance,
  };
}

/** Seconds after which the same request may go through, where waiting is the remedy. */
const retryAfterSeconds: Readonly<Record<number, number>> = { 429: 60, 503: 5 };

export function sendProblem(reply: FastifyReply, body: Problem): FastifyReply {
  const wait = retryAfterSeconds[body.status];
  if (wait !== undefined && !reply.hasHeader('retry-after')) reply.header('retry-after', wait);
  if (body.status === 401) reply.header('www-authenticate', 'Bearer realm="shelfcast"');
  return reply
    .code(body.status)
    .header('cache-control', 'no-store')
    .type('application/problem+json')
    .serializer(JSON.stringify)
    .send(body);
}
