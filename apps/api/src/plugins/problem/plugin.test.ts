import assert from 'node:assert/strict';
import { Writable } from 'node:stream';
import { test } from 'node:test';
import type { Problem } from '@shelfcast/contract';
import { databaseErrors, ShelfcastError } from '@shelfcast/domain';
import { fastify } from 'fastify';
import { pino } from 'pino';
import { problemPlugin } from './plugin.ts';

async function failing(error: Error) {
  const lines: string[] = [];
  const sink = new Writable({
    write(chunk, _encoding, done) {
      lines.push(String(chunk));
      done();
    },
  });
  const app = fastify({ loggerInstance: pino(sink) });
  await app.register(problemPlugin);
  app.get('/', () => {
    throw error;
  });
  app.post('/', (request) => request.body);
  return { app, lines };
}

test('an error we did not foresee leaves without particulars, and stands in the log under the same id', async () => {
  const { app, lines } = await failing(new Error('relation "sale" does not exist at 10.0.0.7'));
  const answer = await app.inject('/');
  const problem = answer.json<Problem>();
  assert.equal(answer.statusCode, 500);
  assert.equal(problem.code, 'request.unexpected');
  assert.doesNotMatch(answer.body, /sale|10\.0\.0\.7/);
  const logged = lines.find((line) => line.includes('does not exist'));
  assert.ok(logged?.includes(problem.instance));
});

test('an expected error leaves as it is described, with its page and when to come back', async () => {
  const details = { detail: 'The database is starting.', remedy: 'Try again.' };
  const { app } = await failing(new ShelfcastError(databaseErrors.unavailable, details));
  const answer = await app.inject('/');
  const { type, status, title, detail, remedy } = answer.json<Problem>();
  assert.equal(answer.headers['content-type'], 'application/problem+json');
  assert.equal(answer.headers['retry-after'], '5');
  assert.deepEqual(
    { type, status, title, detail, remedy },
    {
      type: '/docs/errors/database.unavailable',
      status: 503,
      title: databaseErrors.unavailable.title,
      ...details,
    },
  );
});

test('a body that cannot be read is a problem too', async () => {
  const { app } = await failing(new Error());
  const post = (payload: string, type: string) =>
    app.inject({ method: 'POST', url: '/', payload, headers: { 'content-type': type } });
  assert.equal((await post('{"a":1,}', 'application/json')).json<Problem>().code, 'request.malformed');
  assert.equal((await post('', 'application/json')).json<Problem>().code, 'request.malformed');
  assert.equal((await post('<a/>', 'text/xml')).json<Problem>().code, 'request.unsupported_media_type');
  assert.equal(
    (await post(`"${'x'.repeat(2 ** 21)}"`, 'application/json')).json<Problem>().code,
    'request.too_large',
  );
});
