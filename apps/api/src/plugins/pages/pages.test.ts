import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Problem } from '@shelfcast/contract';
import { errorCatalogue } from '@shelfcast/domain';
import { type TestApi, testApi } from '../../testing/test-api.ts';

let api: TestApi;
let folder: string;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'shelfcast-dashboard-'));
  await mkdir(join(folder, 'assets'));
  await writeFile(join(folder, 'index.html'), '<!doctype html><title>Shelfcast</title>');
  await writeFile(join(folder, 'assets', 'index-1a2b.js'), 'export {};');
  api = await testApi({ dashboardFolder: folder });
});
after(async () => {
  await api[Symbol.asyncDispose]();
  await rm(folder, { recursive: true });
});

const open = (url: string, accept = 'text/html') => api.app.inject({ url, headers: { accept } });

test('every address that is a page answers the dashboard, to be asked for anew each time', async () => {
  for (const url of ['/', '/series/12', '/imports?state=failed']) {
    const answer = await open(url);
    assert.deepEqual([answer.statusCode, answer.headers['cache-control']], [200, 'no-cache'], url);
    assert.match(answer.body, /<title>Shelfcast/);
  }
});

test('files that are named by their content are kept for a year', async () => {
  const answer = await open('/assets/index-1a2b.js', '*/*');
  assert.equal(answer.headers['cache-control'], 'public, max-age=31536000, immutable');
});

test('what is neither page nor file is a problem, also where a browser asks', async () => {
  for (const url of ['/v1/nothing', '/assets/gone.js', '/docs/nothing']) {
    const answer = await open(url);
    assert.deepEqual([answer.statusCode, answer.json<Problem>().code], [404, 'request.no_such_address'], url);
  }
  assert.equal((await open('/series/12', 'application/json')).statusCode, 404);
});

test('no address leaves the folder', async () => {
  for (const url of ['/../package.json', '/%2e%2e/package.json', '/assets/..%2f..%2fetc/passwd', '/..%5cx']) {
    const answer = await open(url, '*/*');
    assert.ok(answer.statusCode >= 400, `${url}: ${answer.statusCode}`);
  }
});

test('pages may load what is ours and nothing else, and nobody may frame them', async () => {
  const { headers } = await open('/');
  const policy = String(headers['content-security-policy']);
  assert.match(policy, /default-src 'self'/);
  assert.match(policy, /frame-ancestors 'none'/);
  assert.doesNotMatch(policy, /unsafe/);
  assert.equal(headers['x-content-type-options'], 'nosniff');
});

test('the operations can be browsed, and every error of the catalogue has its page', async () => {
  assert.match((await open('/docs/')).body, /swagger-ui/);
  for (const code of errorCatalogue.keys()) {
    const answer = await open(`/docs/errors/${code}`);
    assert.equal(answer.statusCode, 200, code);
    assert.match(answer.body, new RegExp(code), code);
  }
  assert.equal((await open('/docs/errors/..%2f..%2fREADME')).statusCode, 404);
});
