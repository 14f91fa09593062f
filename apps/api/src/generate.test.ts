import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { generate, generatedFiles } from './generate.ts';
import { testApi } from './testing/test-api.ts';

test('openapi.json and the client are what the contract makes: run `node apps/api/src/generate.ts` after changing it', async () => {
  const made = await generate();
  assert.equal(await readFile(generatedFiles.document, 'utf8'), made.document);
  assert.equal(await readFile(generatedFiles.client, 'utf8'), made.client);
});

test('the running server answers the same document', async () => {
  await using api = await testApi();
  const answer = await api.app.inject('/v1/openapi.json');
  const document = JSON.parse(await readFile(generatedFiles.document, 'utf8')) as object;
  // Routes stand in the order of their folders there, and in the order of the contract here.
  assert.deepEqual(answer.json<object>(), document);
});

test('every reference of the document leads somewhere', async () => {
  const { document } = await generate();
  const { schemas } = (JSON.parse(document) as { components: { schemas: object } }).components;
  const names = [...document.matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(([, name]) => name);
  assert.deepEqual(
    names.filter((name) => !(name in schemas)),
    [],
  );
});
