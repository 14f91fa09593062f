import assert from 'node:assert/strict';
import { request as httpRequest } from 'node:http';
import { after, before, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import type { Import, ImportPage, Problem } from '@shelfcast/contract';
import { SALES_CSV, seedSales } from '../../testing/seed-sales.ts';
import { type TestApi, testApi } from '../../testing/test-api.ts';

let api: TestApi;
let origin: string;
before(async () => {
  api = await testApi({ maxUploadBytes: 5_000_000 });
  origin = await api.app.listen({ host: '127.0.0.1', port: 0 });
});
after(() => api[Symbol.asyncDispose]());

const upload = (query: string, payload: string | Buffer, headers: Record<string, string> = {}) =>
  api.ours.ask('POST', `/v1/imports?${query}`, {
    payload,
    headers: { 'content-type': 'text/csv', ...headers },
  });

async function blobKeys(): Promise<string[]> {
  const keys: string[] = [];
  for await (const { key } of api.blobs.list('')) keys.push(key);
  return keys;
}

test('202 keeps the file whole, queues its import, sends the job and says where to look', async () => {
  const packed = gzipSync(SALES_CSV);
  const answer = await upload('file_name=Sales%20March.csv.gz&forecast=true', packed);
  assert.equal(answer.statusCode, 202, answer.body);
  const made = answer.json<Import>();
  assert.deepEqual(
    [made.state, made.file_name, made.file_bytes],
    ['queued', 'Sales March.csv.gz', packed.length],
  );
  assert.equal(answer.headers.location, `/v1/imports/${made.import}`);
  assert.deepEqual(api.jobs.at(-1), {
    queue: 'import',
    payload: { importId: made.import },
    tenant: api.ours.tenant,
    singletonKey: `import-${made.import}`,
  });
  const key = `tenants/${api.ours.tenant}/imports/${made.import}/Sales_March.csv.gz`;
  assert.deepEqual(await api.blobs.read(key), packed);
});

test('202 whatever media type a client writes, as long as the body is the file', async () => {
  for (const type of ['application/octet-stream', 'application/x-www-form-urlencoded', 'application/json']) {
    const answer = await upload('file_name=a.csv', SALES_CSV, { 'content-type': type });
    assert.equal(answer.statusCode, 202, type);
  }
});

test('202 a repeat with the same Idempotency-Key and file is one import and one blob', async () => {
  const header = { 'idempotency-key': 'upload-1' };
  const first = await upload('file_name=once.csv', SALES_CSV, header);
  const [jobs, blobs] = [api.jobs.length, await blobKeys()];
  const again = await upload('file_name=once.csv', SALES_CSV, header);
  assert.deepEqual([again.statusCode, again.json<Import>()], [202, first.json<Import>()]);
  assert.deepEqual([api.jobs.length, await blobKeys()], [jobs, blobs]);
});

test('409 the same Idempotency-Key with another file leaves nothing', async () => {
  const blobs = await blobKeys();
  const answer = await upload('file_name=once.csv', `${SALES_CSV}more`, { 'idempotency-key': 'upload-1' });
  assert.deepEqual([answer.statusCode, await blobKeys()], [409, blobs]);
});

test('400 a mapping that is no JSON or names no column', async () => {
  for (const mapping of ['{', '{"product":"item"}', '{"prodct":["item"]}', '[]']) {
    const answer = await upload(`file_name=a.csv&mapping=${encodeURIComponent(mapping)}`, SALES_CSV);
    assert.deepEqual([answer.statusCode, answer.json<Problem>().code], [400, 'request.invalid'], mapping);
  }
  assert.equal((await upload('', SALES_CSV)).json<Problem>().where?.field, 'file_name');
});

test('413 a file beyond the limit leaves nothing, whether it says its size or not', async () => {
  const blobs = await blobKeys();
  const said = await upload('file_name=big.csv', Buffer.alloc(5_000_001, 'x'));
  assert.deepEqual([said.statusCode, said.json<Problem>().code], [413, 'request.too_large']);
  const unsaid = await fetch(`${origin}/v1/imports?file_name=big.csv`, {
    method: 'POST',
    headers: { authorization: `Bearer ${api.ours.key}`, 'content-type': 'text/csv' },
    body: new Blob([Buffer.alloc(6_000_000, 'x')]).stream(),
    duplex: 'half',
  });
  assert.equal(unsaid.status, 413);
  assert.deepEqual(await blobKeys(), blobs);
});

test('415 a form is not a file', async () => {
  const answer = await upload('file_name=a.csv', '--x--', {
    'content-type': 'multipart/form-data; boundary=x',
  });
  assert.deepEqual([answer.statusCode, answer.json<Problem>().code], [415, 'request.unsupported_media_type']);
});

test('422 an empty file', async () => {
  const blobs = await blobKeys();
  const answer = await upload('file_name=a.csv', '');
  assert.deepEqual([answer.statusCode, answer.json<Problem>().code], [422, 'upload.empty_file']);
  assert.deepEqual(await blobKeys(), blobs);
});

test('an upload that breaks off leaves no import and no blob', async () => {
  const blobs = await blobKeys();
  const before = (await api.ours.ask('GET', '/v1/imports')).json<ImportPage>().items.length;
  const request = httpRequest(`${origin}/v1/imports?file_name=cut.csv`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${api.ours.key}`,
      'content-type': 'text/csv',
      'content-length': '1000000',
    },
  });
  request.on('error', () => {});
  request.write('store,item,date,units\n');
  await new Promise((resolve) => setTimeout(resolve, 100));
  request.destroy();
  await new Promise((resolve) => setTimeout(resolve, 300));
  assert.deepEqual(await blobKeys(), blobs);
  assert.equal((await api.ours.ask('GET', '/v1/imports')).json<ImportPage>().items.length, before);
});

test('200 an import can be undone, once; its rejects are a CSV that no spreadsheet takes for formulas', async () => {
  const bad = `${SALES_CSV}North,Tea,=1+1,5\n`;
  await seedSales(api, api.stranger, bad);
  const [{ import: id, rows_rejected }] = (await api.stranger.ask('GET', '/v1/imports')).json<ImportPage>()
    .items;
  assert.equal(rows_rejected, 1);
  const rejects = await api.stranger.ask('GET', `/v1/imports/${id}/rejects`);
  assert.match(String(rejects.headers['content-type']), /^text\/csv/);
  const [header, row] = rejects.body.split('\r\n');
  assert.match(header, /^\ufeffstore,item,date,units,shelfcast_import,shelfcast_row,shelfcast_field,/);
  assert.ok(row.startsWith(`North,Tea,'=1+1,5,${id},39,date,The date is no date: “=1+1”,`), row);
  const undone = await api.stranger.ask('POST', `/v1/imports/${id}/undo`);
  assert.deepEqual([undone.statusCode, undone.json<Import>().state], [200, 'undone']);
  const twice = await api.stranger.ask('POST', `/v1/imports/${id}/undo`);
  assert.deepEqual([twice.statusCode, twice.json<Problem>().code], [409, 'ledger.not_undoable']);
});
