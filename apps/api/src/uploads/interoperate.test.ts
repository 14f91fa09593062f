import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, request as httpRequest, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, test } from 'node:test';
import type { Import } from '@shelfcast/contract';
import { Upload as TusUpload, type UploadOptions } from 'tus-js-client';
import { type TestApi, testApi } from '../testing/test-api.ts';

/** The protocol's reference client, against our server: what it can do, others can. */
let api: TestApi;
let origin: string;
before(async () => {
  api = await testApi();
  origin = await api.app.listen({ host: '127.0.0.1', port: 0 });
});
after(() => api[Symbol.asyncDispose]());

function sendByTus(file: Buffer, endpoint: string, options: Partial<UploadOptions>): Promise<TusUpload> {
  return new Promise((resolve, reject) => {
    const upload: TusUpload = new TusUpload(file, {
      endpoint,
      headers: { authorization: `Bearer ${api.ours.key}` },
      metadata: { filename: 'märz.csv', review: 'true' },
      retryDelays: [50, 100, 200, 400],
      ...options,
      onSuccess: () => resolve(upload),
      onError: reject,
    });
    upload.start();
  });
}

async function importOf(upload: TusUpload): Promise<Import> {
  const { pathname } = new URL(upload.url!);
  const { headers } = await api.ours.ask('HEAD', pathname);
  return (await api.ours.ask('GET', String(headers['shelfcast-import']))).json<Import>();
}

const bytesOf = (made: Import) =>
  api.blobs.read(`tenants/${api.ours.tenant}/imports/${made.import}/märz.csv`);

test('tus-js-client sends a file in chunks, and it is an import', async () => {
  const file = randomBytes(3_000_000);
  const upload = await sendByTus(file, `${origin}/v1/uploads`, { chunkSize: 1_000_000 });
  const made = await importOf(upload);
  assert.deepEqual([made.file_name, made.state], ['märz.csv', 'queued']);
  assert.deepEqual(await bytesOf(made), file);
});

test('tus-js-client gets through where the line is cut again and again', async () => {
  const file = randomBytes(2_000_000);
  await using line = await openLine(new URL(origin), 300_000);
  const upload = await sendByTus(file, `${line.address}/v1/uploads`, {});
  assert.ok(line.cuts() >= 3, `${line.cuts()} cuts`);
  const made = await importOf(upload);
  assert.deepEqual(await bytesOf(made), file);
});

interface Line extends AsyncDisposable {
  readonly address: string;
  cuts(): number;
}

/** A proxy that cuts the connection after so many bytes of a body. */
async function openLine(target: URL, mostBytes: number): Promise<Line> {
  let cuts = 0;
  const server: Server = createServer((incoming, outgoing) => {
    const onward = httpRequest({
      host: target.hostname,
      port: target.port,
      path: incoming.url,
      method: incoming.method,
      headers: incoming.headers,
    });
    let passed = 0;
    onward.on('response', (answer) => {
      const { location } = answer.headers;
      outgoing.writeHead(answer.statusCode!, { ...answer.headers, ...(location && { location }) });
      answer.pipe(outgoing);
    });
    onward.on('error', () => outgoing.destroy());
    incoming.on('data', (chunk: Buffer) => {
      passed += chunk.length;
      onward.write(chunk);
      if (passed < mostBytes) return;
      cuts += 1;
      incoming.destroy();
      onward.destroy();
    });
    incoming.on('end', () => onward.end());
    incoming.on('error', () => onward.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}`,
    cuts: () => cuts,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
    },
  };
}
