import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Problem } from '@shelfcast/contract';
import type { World } from './world.ts';

export interface Call {
  readonly world: World;
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly query: URLSearchParams;
  /** The number in the path, as in /v1/series/12. */
  readonly id: number;
  readonly text: string;
}

export function json(call: Call, body: unknown, status = 200): void {
  call.response.writeHead(status, { 'content-type': 'application/json' });
  call.response.end(body === null ? undefined : JSON.stringify(body));
}

export function problem(
  call: Call,
  status: number,
  code: string,
  title: string,
  detail: string,
  remedy: string,
): void {
  const body: Problem = { type: 'about:blank', title, status, code, detail, remedy, instance: 'req-mock' };
  call.response.writeHead(status, { 'content-type': 'application/problem+json' });
  call.response.end(JSON.stringify(body));
}

export const notFound = (call: Call) =>
  problem(
    call,
    404,
    'request.not_found',
    'Not found',
    `There is nothing at ${call.request.url}.`,
    'Go back to the list and choose again.',
  );

export async function bodyOf(call: Call): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of call.request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
