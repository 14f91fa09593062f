import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Problem, Session } from '@shelfcast/contract';
import { createUser, setMembership } from '@shelfcast/identity';
import type { LightMyRequestResponse } from 'fastify';
import { type TestApi, testApi } from '../../testing/test-api.ts';

const email = 'planner@shop.example';
const password = 'four plain words here';
let api: TestApi;

before(async () => {
  api = await testApi();
  const user = await createUser(api.database, { email, name: 'Pat', password });
  await api.database.withTenant(api.ours.tenant, (tx) => setMembership(tx, user, 'owner'));
  await api.database.withTenant(api.ours.tenant, async (tx) => {
    const viewer = await createUser(api.database, { email: 'viewer@shop.example', name: 'Vi', password });
    await setMembership(tx, viewer, 'viewer');
  });
});
after(() => api[Symbol.asyncDispose]());

const signIn = (payload: object, headers: Record<string, string> = {}) =>
  api.app.inject({ method: 'POST', url: '/v1/session', payload, headers });

function cookieOf(answer: LightMyRequestResponse): string {
  const cookie = answer.cookies.find(({ name }) => name === 'shelfcast_session');
  assert.ok(cookie, answer.body);
  return `shelfcast_session=${encodeURIComponent(cookie.value)}`;
}

const withCookie = (
  cookie: string,
  headers: Record<string, string> = { 'sec-fetch-site': 'same-origin' },
) => ({
  cookie,
  ...headers,
});

test('200 signs in: the cookie is HttpOnly and SameSite, and opens the session', async () => {
  const answer = await signIn({ email: 'Planner@Shop.example', password });
  assert.equal(answer.statusCode, 200, answer.body);
  const [cookie] = answer.cookies;
  assert.equal(cookie.httpOnly, true);
  assert.equal(cookie.sameSite, 'Lax');
  const read = await api.app.inject({ url: '/v1/session', headers: { cookie: cookieOf(answer) } });
  const session = read.json<Session>();
  assert.deepEqual(
    [session.user.email, session.user.name, session.tenant.tenant, session.role],
    [email, 'Pat', api.ours.tenant, 'owner'],
  );
});

test('200 signing in again makes a new session id: a planted one is not taken over', async () => {
  const first = cookieOf(await signIn({ email, password }));
  const second = await signIn({ email, password }, { cookie: first, 'sec-fetch-site': 'same-origin' });
  assert.notEqual(cookieOf(second), first);
  const old = await api.app.inject({ url: '/v1/session', headers: { cookie: first } });
  assert.equal(old.statusCode, 401);
});

test('204 signing out ends the session on the server, not only the cookie', async () => {
  const cookie = cookieOf(await signIn({ email, password }));
  const out = await api.app.inject({ method: 'DELETE', url: '/v1/session', headers: withCookie(cookie) });
  assert.equal(out.statusCode, 204);
  assert.equal((await api.app.inject({ url: '/v1/session', headers: { cookie } })).statusCode, 401);
});

test('401 a forged cookie', async () => {
  const cookie = cookieOf(await signIn({ email, password })).replace(/.$/, (last) =>
    last === 'A' ? 'B' : 'A',
  );
  assert.equal((await api.app.inject({ url: '/v1/session', headers: { cookie } })).statusCode, 401);
});

test('403 a change that another site asks for with the cookie', async () => {
  const cookie = cookieOf(await signIn({ email, password }));
  const start = (headers: Record<string, string>) =>
    api.app.inject({ method: 'POST', url: '/v1/runs', payload: {}, headers: withCookie(cookie, headers) });
  const foreign: Record<string, string>[] = [
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { origin: 'https://evil.example' },
    { origin: 'null' },
    {},
  ];
  for (const headers of foreign) {
    const answer = await start(headers);
    assert.equal(answer.statusCode, 403, JSON.stringify(headers));
    assert.equal(answer.json<Problem>().code, 'request.cross_site');
  }
  assert.equal((await start({ 'sec-fetch-site': 'same-origin' })).statusCode, 202);
  assert.equal((await start({ origin: 'http://localhost:80' })).statusCode, 202);
  assert.equal((await start({ 'x-shelfcast-client': 'my-script' })).statusCode, 202);
});

test('403 signing in from another site', async () => {
  assert.equal((await signIn({ email, password }, { 'sec-fetch-site': 'cross-site' })).statusCode, 403);
});

test('403 a viewer looks but does not start runs', async () => {
  const cookie = cookieOf(await signIn({ email: 'viewer@shop.example', password }));
  const start = await api.app.inject({
    method: 'POST',
    url: '/v1/runs',
    payload: {},
    headers: withCookie(cookie),
  });
  assert.equal(start.statusCode, 403);
  assert.equal((await api.app.inject({ url: '/v1/runs', headers: { cookie } })).statusCode, 200);
});

test('400 a body without an address', async () => {
  assert.equal((await signIn({ email: 'nobody', password })).statusCode, 400);
});

test('401 the same answer for a wrong password and an unknown address; 429 after too many', async () => {
  const shown = async (payload: object) => {
    const { status, code, detail, remedy } = (await signIn(payload)).json<Problem>();
    return { status, code, detail, remedy };
  };
  const wrong = await shown({ email, password: 'not the password' });
  assert.equal(wrong.code, 'auth.wrong_credentials');
  assert.deepEqual(await shown({ email: 'unknown@shop.example', password }), wrong);

  let last: LightMyRequestResponse | undefined;
  for (let i = 0; i < 40 && last?.statusCode !== 429; i++) {
    last = await signIn({ email: 'victim@shop.example', password: `guess ${i}` });
  }
  assert.equal(last?.statusCode, 429);
  assert.equal(last?.json<Problem>().code, 'auth.too_many_attempts');
  assert.ok(Number(last?.headers['retry-after']) > 0);
});
