import { requestErrors, ShelfcastError } from '@shelfcast/domain';
import type { FastifyRequest } from 'fastify';

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses a change that another site makes with a person's cookie. Browsers say where a request comes from
 * (`Sec-Fetch-Site`, older ones `Origin`); a program that sends neither shows by a header of its own that no
 * form on some page has sent it.
 */
export function refuseCrossSite(request: FastifyRequest, hasCookie: boolean): void {
  if (safeMethods.has(request.method) || comesFromUs(request, hasCookie)) return;
  throw new ShelfcastError(requestErrors.cross_site, {
    detail: 'This change was asked for by another site, or by a program that uses a cookie.',
    remedy: 'A program should use an API key: Authorization: Bearer <key>.',
  });
}

function comesFromUs({ headers, host }: FastifyRequest, hasCookie: boolean): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  if (headers.origin !== undefined) return isOurs(headers.origin, host);
  return !hasCookie || headers['x-shelfcast-client'] !== undefined;
}

/** A URL leaves out the port that its scheme implies; a Host header may have it. */
function isOurs(origin: string, host: string): boolean {
  const theirs = URL.parse(origin);
  return theirs !== null && theirs.host === URL.parse(`${theirs.protocol}//${host}`)?.host;
}
