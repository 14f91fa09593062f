import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { type Drafts, folderBlobStore } from '@shelfcast/blobs';
import type { Problem, Upload } from '@shelfcast/contract';
import { type TestApi, testApi } from '../testing/test-api.ts';

/** Bytes that the disk still takes. */
let room = Number.POSITIVE_INFINITY;
let free = Number.POSITIVE_INFINITY;
let folder: string;
let api: TestApi;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'shelfcast-full-'));
  const store = folderBlobStore(folder);
  const drafts: Drafts = {
    ...store.drafts,
    free: async () => free,
    write: (key, offset, content, options) => store.drafts.write(key, offset, untilFull(content), options),
  };
  api = await testApi({ blobs: { ...store, drafts } });
});
after(async () => {
  await api[Symbol.asyncDispose]();
  await rm(folder, { recursive: true, force: true });
});

/** As a file system says it, in the middle of writing. */
async function* untilFull(content: AsyncIterable<Uint8Array>) {
  for await (const chunk of content) {
    yield chunk.subarray(0, room);
    if (chunk.length > room) throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
  }
}

const begin = () =>
  api.ours.ask('POST', '/v1/uploads', { payload: { file_name: 'sales.csv', file_bytes: 20 } });
const send = (upload: Upload, offset: number, payload: string) =>
  api.ours.ask('PATCH', `/v1/uploads/${upload.upload}`, {
    payload,
    headers: { 'content-type': 'application/offset+octet-stream', 'upload-offset': String(offset) },
  });

test('507 a file that cannot fit is refused before its first byte, with what there is and what to do', async () => {
  free = 1_000_000;
  const answer = await begin();
  assert.deepEqual([answer.statusCode, answer.json<Problem>().code], [507, 'transfer.disk_full']);
  assert.match(answer.json<Problem>().detail, /the server's disk has 1 MB left/);
  free = Number.POSITIVE_INFINITY;
});

test('507 a disk that fills on the way keeps what has arrived, and the upload goes on once there is room', async () => {
  const upload = (await begin()).json<Upload>();
  room = 7;
  const full = await send(upload, 0, '0123456789');
  assert.deepEqual([full.statusCode, full.json<Problem>().code], [507, 'transfer.disk_full']);
  room = Number.POSITIVE_INFINITY;
  const now = (await api.ours.ask('GET', `/v1/uploads/${upload.upload}`)).json<Upload>();
  assert.equal(now.received_bytes, 7);
  const rest = await send(upload, 7, '789abcdefghij');
  assert.equal(rest.statusCode, 204, rest.body);
  const key = `tenants/${api.ours.tenant}/imports/${String(rest.headers['shelfcast-import']).split('/').at(-1)}/sales.csv`;
  assert.equal((await api.blobs.read(key)).toString(), '0123456789abcdefghij');
});
