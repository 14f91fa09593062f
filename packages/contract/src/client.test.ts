import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createClient } from './client.ts';
import type { Series } from './index.ts';

test('the generated client sends path and query, and its answer has the type of the schema', async () => {
  const asked: string[] = [];
  const client = createClient({
    baseUrl: 'http://127.0.0.1',
    fetch: async (request) => {
      asked.push(`${request.method} ${request.url}`);
      return Response.json({ items: [], next: null });
    },
  });

  const { data } = await client.GET('/v1/series', { params: { query: { search: 'lamp', limit: 10 } } });
  const items: Series[] | undefined = data?.items;

  assert.deepEqual(items, []);
  assert.deepEqual(asked, ['GET http://127.0.0.1/v1/series?search=lamp&limit=10']);
});
