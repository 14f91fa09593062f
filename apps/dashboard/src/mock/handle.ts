import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Call, notFound, problem } from './answer.ts';
import { routes } from './routes.ts';
import { isSignedIn } from './session-routes.ts';
import type { World } from './world.ts';

/** Answers /v1 as the API would; false for any other address. */
export function handle(world: World, request: IncomingMessage, response: ServerResponse): boolean {
  const url = new URL(request.url ?? '/', 'http://localhost');
  if (!url.pathname.startsWith('/v1/')) return false;
  const parts = url.pathname.split('/');
  const value = parts[3] ?? '';
  const exact = `${request.method} ${url.pathname}`;
  const pattern = `${request.method} ${['', parts[1], parts[2], ':', ...parts.slice(4)].join('/')}`;
  const call: Call = {
    world,
    request,
    response,
    query: url.searchParams,
    id: /^\d+$/.test(value) ? Number(value) : Number.NaN,
    text: value,
  };
  const route = routes[exact] ?? routes[pattern];
  if (!route) notFound(call);
  else if (!isSignedIn(call) && exact !== 'POST /v1/session') {
    problem(
      call,
      401,
      'auth.not_signed_in',
      'Not signed in',
      'This needs somebody who is signed in.',
      'Sign in, then try again.',
    );
  } else
    void Promise.resolve(route(call)).catch((error: unknown) =>
      problem(call, 500, 'mock.defect', 'The stand-in is broken', String(error), 'Mend it.'),
    );
  return true;
}
