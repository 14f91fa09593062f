import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { openBlobs } from '@shelfcast/blobs';
import type { Import, Problem, SignedParts, Upload, UploadList } from '@shelfcast/contract';
import { sendFile } from '@shelfcast/contract/upload';
import { settleUploads } from '@shelfcast/ledger';
import { type S3Server, startS3Server, withoutS3 } from '@shelfcast/testing';
import { type TestApi, testApi } from '../testing/test-api.ts';

const PART = 16 * 2 ** 20;

describe('uploads whose parts go to the bucket', { skip: withoutS3 }, () => {
  let server: S3Server;
  let api: TestApi;
  let origin: string;
  before(async () => {
    server = await startS3Server();
    api = await testApi({ blobs: await openBlobs(`s3://${await server.bucket()}/shelfcast`, server.config) });
    origin = await api.app.listen({ host: '127.0.0.1', port: 0 });
  });
  after(async () => {
    await api[Symbol.asyncDispose]();
    await server[Symbol.asyncDispose]();
  });

  const begin = async (bytes: number) =>
    (
      await api.ours.ask('POST', '/v1/uploads', { payload: { file_name: 'sales.csv', file_bytes: bytes } })
    ).json<Upload>();
  const sign = (upload: Upload, parts?: number[]) =>
    api.ours.ask('POST', `/v1/uploads/${upload.upload}/parts`, { payload: parts ? { parts } : {} });
  const complete = (upload: Upload) => api.ours.ask('POST', `/v1/uploads/${upload.upload}/complete`);
  const read = async (upload: Upload) =>
    (await api.ours.ask('GET', `/v1/uploads/${upload.upload}`)).json<Upload>();
  const put = async (url: string, body: Uint8Array<ArrayBuffer>) =>
    assert.ok((await fetch(url, { method: 'PUT', body })).ok);

  test('a file is sent by the client that browser and command line use, and is an import', async () => {
    const content = new Uint8Array(randomBytes(2 * PART + 1000));
    const blob = new Blob([content]);
    const made = await sendFile(
      { name: 'large.csv', size: blob.size, lastModified: 1, slice: (from, to) => blob.slice(from, to) },
      { review: true },
      {
        baseUrl: origin,
        headers: { authorization: `Bearer ${api.ours.key}` },
        signal: new AbortController().signal,
      },
    );
    assert.deepEqual([made.state, made.file_bytes], ['queued', content.length]);
    const key = `tenants/${api.ours.tenant}/imports/${made.import}/large.csv`;
    assert.ok((await api.blobs.read(key)).equals(content));
    assert.deepEqual(api.jobs.at(-1)?.payload, { importId: made.import });
  });

  test('parts lie below the tenant’s own keys, have their lengths in the signature, and are told as they arrive', async () => {
    const upload = await begin(PART + 5);
    assert.deepEqual([upload.way, upload.part_bytes, upload.parts_received], ['parts', PART, []]);
    const { items } = (await sign(upload)).json<SignedParts>();
    assert.deepEqual(
      items.map(({ part, bytes }) => [part, bytes]),
      [
        [1, PART],
        [2, 5],
      ],
    );
    for (const { url } of items) {
      assert.ok(new URL(url).pathname.includes(`/shelfcast/tenants/${api.ours.tenant}/imports/`));
      assert.match(url, /SignedHeaders=content-length%3Bhost/);
    }
    await put(items[1].url, new Uint8Array(5));
    const { items: listed } = (await api.ours.ask('GET', '/v1/uploads')).json<UploadList>();
    const now = await read(upload);
    assert.deepEqual([now.parts_received, now.received_bytes], [[2], 5]);
    assert.deepEqual(
      listed.find((one) => one.upload === upload.upload),
      now,
    );
    assert.deepEqual(
      (await sign(upload)).json<SignedParts>().items.map(({ part }) => part),
      [1],
    );
  });

  test('409 it does not become an import while a part is missing or has another length; then it does, once', async () => {
    const upload = await begin(10);
    const early = await complete(upload);
    assert.deepEqual([early.statusCode, early.json<Problem>().code], [409, 'transfer.incomplete']);
    const [{ url }] = (await sign(upload)).json<SignedParts>().items;
    await put(url, new Uint8Array(9));
    assert.deepEqual((await read(upload)).parts_received, []);
    assert.equal((await complete(upload)).statusCode, 409);
    await put(url, new Uint8Array(10));
    const [first, second] = await Promise.all([complete(upload), complete(upload)]);
    assert.deepEqual([first.statusCode, second.statusCode], [202, 202], first.body + second.body);
    assert.equal(first.json<Import>().import, second.json<Import>().import);
    assert.equal((await read(upload)).import, first.json<Import>().import);
  });

  test('422 no part beyond the end is signed', async () => {
    const answer = await sign(await begin(PART + 1), [1, 3]);
    assert.deepEqual([answer.statusCode, answer.json<Problem>().code], [422, 'transfer.no_such_part']);
  });

  test('409 a client of tus is told at the start that its way is not taken here', async () => {
    const created = await api.ours.ask('POST', '/v1/uploads', {
      headers: { 'tus-resumable': '1.0.0', 'upload-length': '5', 'upload-metadata': 'filename YS5jc3Y=' },
    });
    assert.deepEqual([created.statusCode, created.json<Problem>().code], [409, 'transfer.wrong_way']);
    const sent = await api.ours.ask('PATCH', `/v1/uploads/${(await begin(5)).upload}`, {
      payload: 'a',
      headers: { 'content-type': 'application/offset+octet-stream', 'upload-offset': '0' },
    });
    assert.equal(sent.json<Problem>().code, 'transfer.wrong_way');
  });

  test('404 another company signs, completes and discards nothing of it', async () => {
    const upload = await begin(10);
    const address = `/v1/uploads/${upload.upload}`;
    for (const [method, url] of [
      ['POST', `${address}/parts`],
      ['POST', `${address}/complete`],
      ['DELETE', address],
      ['GET', address],
    ] as const) {
      const answer = await api.stranger.ask(method, url, method === 'POST' ? { payload: {} } : {});
      assert.equal(answer.statusCode, 404, `${method} ${url}`);
    }
    assert.equal((await read(upload)).upload, upload.upload);
  });

  test('a discarded one, and one that nobody goes on with for a week, leave no parts in the bucket', async () => {
    for (const end of [
      (upload: Upload) => api.ours.ask('DELETE', `/v1/uploads/${upload.upload}`),
      async (upload: Upload) => {
        await api.database.withTenant(api.ours.tenant, (tx) =>
          tx.query(
            `UPDATE shelfcast.upload SET touched_at = now() - interval '8 days' WHERE tenant_id = $1 AND upload_id = $2`,
            [api.ours.tenant, upload.upload],
          ),
        );
        await settleUploads(api.database, api.blobs);
      },
    ]) {
      const upload = await begin(10);
      const [{ url }] = (await sign(upload)).json<SignedParts>().items;
      await put(url, new Uint8Array(10));
      await end(upload);
      assert.equal((await fetch(url, { method: 'PUT', body: new Uint8Array(10) })).ok, false);
      assert.equal((await api.ours.ask('GET', `/v1/uploads/${upload.upload}`)).statusCode, 404);
    }
  });

  test('the dashboard may send to the bucket, and to no other place', async () => {
    const { headers } = await api.app.inject({ url: '/v1/health' });
    assert.match(
      String(headers['content-security-policy']),
      new RegExp(`connect-src 'self' ${server.config.endpoint};`),
    );
  });
});
