import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { type S3Server, startS3Server, withoutS3 } from '@shelfcast/testing';
import type { BlobStore } from '../blob-store.ts';
import { blobStoreConformance } from '../conformance.ts';
import { openBlobs } from '../open-blobs.ts';
import type { S3BlobStore } from './s3-blob-store.ts';

describe('S3', { skip: withoutS3 }, () => {
  let server: S3Server;
  before(async () => {
    server = await startS3Server();
  });
  after(() => server[Symbol.asyncDispose]());

  const open = async (prefix = '/some/prefix') =>
    (await openBlobs(`s3://${await server.bucket()}${prefix}`, server.config)) as S3BlobStore;

  blobStoreConformance('a bucket, below a prefix', () => open());

  test('a stream of several parts reads back byte for byte; one that fails leaves nothing', async () => {
    const store = await open('');
    const bytes = randomBytes(40 * 2 ** 20);
    async function* stream(until = bytes.length) {
      for (let at = 0; at < until; at += 300_000) yield bytes.subarray(at, Math.min(at + 300_000, until));
    }
    assert.equal((await store.put('a', stream())).bytes, bytes.length);
    assert.ok((await store.read('a')).equals(bytes));
    async function* failing() {
      yield* stream(35 * 2 ** 20);
      throw new Error('broke off');
    }
    await assert.rejects(store.put('b', failing()), /broke off/);
    assert.equal(await store.stat('b'), undefined);
  });

  test('parts that are sent to signed addresses make the blob, once however often it is completed', async () => {
    const { multipart, ...store } = await open();
    const bytes = randomBytes(6 * 2 ** 20);
    const cut = 5 * 2 ** 20;
    const id = await multipart.begin('a');
    const put = async (part: number, piece: Buffer) => {
      const url = await multipart.sign('a', id, part, piece.length);
      assert.equal(new URL(url).origin, await multipart.origin());
      assert.match(url, /X-Amz-SignedHeaders=content-length%3Bhost/);
      const { ok } = await fetch(url, { method: 'PUT', body: new Uint8Array(piece) });
      assert.ok(ok);
    };
    await put(2, bytes.subarray(cut));
    await assert.rejects(multipart.complete('a', id, bytes.length), RangeError);
    await put(1, bytes.subarray(0, cut));
    assert.deepEqual(
      (await multipart.parts('a', id)).map(({ part, bytes: size }) => [part, size]),
      [
        [1, cut],
        [2, bytes.length - cut],
      ],
    );
    assert.equal(await store.stat('a'), undefined);
    await multipart.complete('a', id, bytes.length);
    await multipart.complete('a', id, bytes.length);
    assert.ok((await store.read('a')).equals(bytes));
  });

  test('an aborted upload is gone, and aborting it again is no error', async () => {
    const { multipart } = await open();
    const id = await multipart.begin('a');
    await multipart.abort('a', id);
    await multipart.abort('a', id);
    assert.deepEqual(await multipart.parts('a', id), []);
  });

  test('no file has more parts than S3 takes', async () => {
    const { multipart } = await open();
    for (const bytes of [1, 5 * 2 ** 30, 2 ** 42]) assert.ok(bytes / multipart.partBytes(bytes) <= 10_000);
  });
});

test('a setting that names no bucket is refused', async () => {
  for (const location of ['s3://', 's3:///x', 's3://UPPER', 's3://bucket/../x'])
    await assert.rejects(openBlobs(location), RangeError, location);
  const folder: BlobStore = await openBlobs('some/folder');
  assert.ok(folder.drafts);
});
