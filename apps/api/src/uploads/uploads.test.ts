import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { type ClientRequest, request as httpRequest } from 'node:http';
import { after, before, test } from 'node:test';
import type { Import, Problem, Upload, UploadList } from '@shelfcast/contract';
import { MOST_UNFINISHED_UPLOADS } from '@shelfcast/ledger';
import { SALES_CSV } from '../testing/seed-sales.ts';
import { type TestApi, testApi } from '../testing/test-api.ts';

let api: TestApi;
let origin: string;
before(async () => {
  api = await testApi();
  origin = await api.app.listen({ host: '127.0.0.1', port: 0 });
});
after(() => api[Symbol.asyncDispose]());

const tus = { 'tus-resumable': '1.0.0' };
const piece = { ...tus, 'content-type': 'application/offset+octet-stream' };
const file = Buffer.from(SALES_CSV);

async function begin(wanted: object = {}): Promise<Upload> {
  const answer = await api.ours.ask('POST', '/v1/uploads', {
    payload: { file_name: 'sales.csv', file_bytes: file.length, ...wanted },
  });
  assert.ok([200, 201].includes(answer.statusCode), answer.body);
  return answer.json<Upload>();
}

const send = (upload: Upload, offset: number, payload: Buffer, headers: Record<string, string> = {}) =>
  api.ours.ask('PATCH', `/v1/uploads/${upload.upload}`, {
    payload,
    headers: { ...piece, 'upload-offset': String(offset), ...headers },
  });
const read = async (upload: Upload) =>
  (await api.ours.ask('GET', `/v1/uploads/${upload.upload}`)).json<Upload>();
const codeOf = (answer: { json<T>(): T }) => answer.json<Problem>().code;

test('204 piece after piece, and with the last byte it is an import like any other', async () => {
  const upload = await begin({ review: true, forecast: true, mapping: { product: ['item'] } });
  assert.equal(upload.way, 'tus');
  const first = await send(upload, 0, file.subarray(0, 100));
  assert.deepEqual([first.statusCode, first.headers['upload-offset']], [204, '100']);
  assert.ok(Date.parse(String(first.headers['upload-expires'])) > Date.now());
  assert.equal(first.headers['shelfcast-import'], undefined);
  const last = await send(upload, 100, file.subarray(100));
  assert.equal(last.statusCode, 204, last.body);
  const address = String(last.headers['shelfcast-import']);
  const made = (await api.ours.ask('GET', address)).json<Import>();
  assert.deepEqual(
    [made.state, made.file_name, made.file_bytes, made.content_sha256],
    ['queued', 'sales.csv', file.length, null],
  );
  assert.deepEqual(api.jobs.at(-1)?.payload, { importId: made.import });
  const key = `tenants/${api.ours.tenant}/imports/${made.import}/sales.csv`;
  assert.deepEqual(await api.blobs.read(key), file);
  assert.equal((await read(upload)).import, made.import);
});

test('HEAD tells where it stands, in tus’s headers', async () => {
  const upload = await begin();
  await send(upload, 0, file.subarray(0, 7));
  const { statusCode, headers, body } = await api.ours.ask('HEAD', `/v1/uploads/${upload.upload}`, {
    headers: tus,
  });
  assert.deepEqual([statusCode, body], [200, '']);
  const { 'upload-offset': offset, 'upload-length': length, 'cache-control': cache } = headers;
  assert.deepEqual([offset, length, cache], ['7', String(file.length), 'no-store']);
});

test('the same fingerprint goes on where it was, with the wishes of now; another size is another file', async () => {
  const upload = await begin({ fingerprint: 'sales.csv/1', forecast: true });
  await send(upload, 0, file.subarray(0, 50));
  const again = await begin({ fingerprint: 'sales.csv/1', forecast: false });
  assert.deepEqual([again.upload, again.received_bytes], [upload.upload, 50]);
  const other = await begin({ fingerprint: 'sales.csv/1', file_bytes: 9 });
  assert.notEqual(other.upload, upload.upload);
  await send(upload, 50, file.subarray(50));
  assert.notEqual((await begin({ fingerprint: 'sales.csv/1' })).upload, upload.upload);
});

test('unfinished ones are listed, the latest first, without finished and discarded ones', async () => {
  const kept = await begin({ file_name: 'kept.csv' });
  const gone = await begin({ file_name: 'gone.csv' });
  assert.equal((await api.ours.ask('DELETE', `/v1/uploads/${gone.upload}`)).statusCode, 204);
  assert.equal((await api.ours.ask('DELETE', `/v1/uploads/${gone.upload}`)).statusCode, 404);
  const { items } = (await api.ours.ask('GET', '/v1/uploads')).json<UploadList>();
  const names = items.map((item) => item.file_name);
  assert.equal(names[0], 'kept.csv');
  assert.ok(!names.includes('gone.csv'));
  assert.ok(items.every((item) => item.import === null));
  await api.ours.ask('DELETE', `/v1/uploads/${kept.upload}`);
});

test('409 a piece from another byte than the next keeps nothing and says where to go on', async () => {
  const upload = await begin();
  await send(upload, 0, file.subarray(0, 10));
  for (const offset of [0, 5, 11]) {
    const answer = await send(upload, offset, file.subarray(offset, offset + 5));
    assert.deepEqual([answer.statusCode, codeOf(answer)], [409, 'transfer.offset_differs']);
  }
  assert.equal((await read(upload)).received_bytes, 10);
});

test('460 a piece that its checksum contradicts is thrown away; a right one is kept', async () => {
  const upload = await begin();
  await send(upload, 0, file.subarray(0, 10));
  const next = file.subarray(10, 40);
  const digest = (bytes: Buffer, name: string) =>
    `${name} ${createHash(name).update(bytes).digest('base64')}`;
  const wrong = await send(upload, 10, next, { 'upload-checksum': digest(Buffer.from('else'), 'sha1') });
  assert.deepEqual([wrong.statusCode, codeOf(wrong)], [460, 'transfer.checksum_differs']);
  assert.equal((await read(upload)).received_bytes, 10);
  assert.equal((await send(upload, 10, next, { 'upload-checksum': digest(next, 'sha1') })).statusCode, 204);
  const rest = file.subarray(40);
  assert.equal((await send(upload, 40, rest, { 'upload-checksum': digest(rest, 'sha256') })).statusCode, 204);
  const unknown = await send(await begin(), 0, next, { 'upload-checksum': 'crc32 AAAA' });
  assert.deepEqual([unknown.statusCode, codeOf(unknown)], [400, 'request.invalid']);
});

test('413 more bytes than the file was said to have, and a file beyond 5 GiB', async () => {
  const upload = await begin({ file_bytes: 10 });
  const answer = await send(upload, 0, file.subarray(0, 11));
  assert.deepEqual([answer.statusCode, codeOf(answer)], [413, 'request.too_large']);
  const large = await api.ours.ask('POST', '/v1/uploads', {
    payload: { file_name: 'a.csv', file_bytes: 5 * 2 ** 30 + 1 },
  });
  assert.equal(large.statusCode, 413);
});

test('400, 412, 415, 422 what is missing or of another kind is named', async () => {
  const upload = await begin();
  const address = `/v1/uploads/${upload.upload}`;
  const ask = async (method: 'PATCH' | 'POST', url: string, options: object) => {
    const answer = await api.ours.ask(method, url, options);
    return [answer.statusCode, codeOf(answer)];
  };
  assert.deepEqual(await ask('PATCH', address, { payload: 'x', headers: piece }), [400, 'request.invalid']);
  const version = { ...piece, 'tus-resumable': '0.2.2', 'upload-offset': '0' };
  assert.deepEqual(await ask('PATCH', address, { payload: 'x', headers: version }), [
    412,
    'transfer.unsupported_version',
  ]);
  const type = { ...tus, 'content-type': 'text/csv', 'upload-offset': '0' };
  assert.deepEqual(await ask('PATCH', address, { payload: 'x', headers: type }), [
    415,
    'request.unsupported_media_type',
  ]);
  assert.deepEqual(await ask('POST', '/v1/uploads', { headers: tus }), [400, 'request.invalid']);
  assert.deepEqual(await ask('POST', '/v1/uploads', { headers: { ...tus, 'upload-length': '5' } }), [
    400,
    'request.invalid',
  ]);
  assert.deepEqual(await ask('POST', '/v1/uploads', { payload: { file_name: 'a', file_bytes: 0 } }), [
    422,
    'upload.empty_file',
  ]);
  const metadata = { ...tus, 'upload-length': '5', 'upload-metadata': 'file_name a b' };
  assert.deepEqual(await ask('POST', '/v1/uploads', { headers: metadata }), [400, 'request.invalid']);
});

test('409 on a folder there are no parts to sign, and nothing to complete before the last byte', async () => {
  const upload = await begin();
  const parts = await api.ours.ask('POST', `/v1/uploads/${upload.upload}/parts`, { payload: {} });
  assert.deepEqual([parts.statusCode, codeOf(parts)], [409, 'transfer.wrong_way']);
  const complete = () => api.ours.ask('POST', `/v1/uploads/${upload.upload}/complete`);
  assert.equal(codeOf(await complete()), 'transfer.incomplete');
  await send(upload, 0, file);
  const [first, second] = [await complete(), await complete()];
  assert.deepEqual([first.statusCode, second.statusCode], [202, 202]);
  assert.equal(first.json<Import>().import, second.json<Import>().import);
});

/** Sends the beginning of a piece and no more, as when a laptop is closed; the connection stays open. */
async function hang(upload: Upload, bytes: Buffer): Promise<ClientRequest> {
  const hanging = httpRequest(`${origin}/v1/uploads/${upload.upload}`, {
    method: 'PATCH',
    headers: {
      ...piece,
      authorization: `Bearer ${api.ours.key}`,
      'upload-offset': '0',
      'content-length': String(file.length),
    },
  });
  hanging.on('error', () => {});
  hanging.write(bytes);
  for (let writers: object[] = []; writers.length === 0; ) {
    writers = await api.database.withTenant(api.ours.tenant, (tx) =>
      tx.query(
        'SELECT FROM shelfcast.upload WHERE tenant_id = $1 AND upload_id = $2 AND writer IS NOT NULL',
        [api.ours.tenant, upload.upload],
      ),
    );
  }
  return hanging;
}

test('a line that breaks leaves what came over it, and whoever comes back is served at once', async () => {
  const upload = await begin({ fingerprint: 'broken' });
  let back = upload;
  // The server may be told to end the piece before it has read a byte of it: then it is sent again, as a client would.
  while (back.received_bytes === 0) {
    const hanging = await hang(upload, file.subarray(0, 60));
    back = await begin({ fingerprint: 'broken' });
    hanging.destroy();
  }
  assert.equal(back.received_bytes, 60);
  assert.equal((await send(upload, 60, file.subarray(60))).statusCode, 204);
  const { import: made } = await read(upload);
  assert.deepEqual(await api.blobs.read(`tenants/${api.ours.tenant}/imports/${made}/sales.csv`), file);
});

test('409 a company has so many unfinished uploads and no more, whoever asks at once', async () => {
  const { items } = (await api.stranger.ask('GET', '/v1/uploads')).json<UploadList>();
  assert.equal(items.length, 0);
  const asked = await Promise.all(
    Array.from({ length: MOST_UNFINISHED_UPLOADS + 3 }, (_, i) =>
      api.stranger.ask('POST', '/v1/uploads', { payload: { file_name: `${i}.csv`, file_bytes: 5 } }),
    ),
  );
  const refused = asked.filter(({ statusCode }) => statusCode === 409);
  assert.equal(refused.length, 3);
  assert.equal(codeOf(refused[0]), 'transfer.too_many');
});

test('204 anybody may ask what is spoken', async () => {
  const { statusCode, headers } = await api.app.inject({ method: 'OPTIONS', url: '/v1/uploads' });
  assert.equal(statusCode, 204);
  assert.equal(headers['tus-version'], '1.0.0');
  assert.equal(headers['tus-extension'], 'creation,expiration,checksum,termination');
  assert.equal(headers['tus-max-size'], String(5 * 2 ** 30));
});
