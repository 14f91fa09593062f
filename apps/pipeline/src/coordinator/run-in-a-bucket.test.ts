import assert from 'node:assert/strict';
import test, { after, before, describe } from 'node:test';
import { getImport } from '@shelfcast/ledger';
import { type S3Server, startS3Server, withoutS3 } from '@shelfcast/testing';
import { forecastBundle } from '../commands/bundle.ts';
import { served } from '../testing/served.ts';
import { openShop, type Shop } from '../testing/shop.ts';
import { runForecasts } from './run-forecasts.ts';

describe('with blobs in a bucket', { skip: withoutS3 }, () => {
  let server: S3Server;
  before(async () => {
    server = await startS3Server();
    // The SDK's own names, as on AWS; the forecasting threads are handed them.
    Object.assign(process.env, server.environment);
  });
  after(() => server[Symbol.asyncDispose]());

  const run = async (shop: Shop): Promise<string[]> => {
    const tenant = await shop.tenant();
    const { run: number } = await shop.request(tenant);
    const { database } = shop.clone;
    const { blobs, blobsAt, store } = shop;
    const done = await runForecasts({ database, blobs, blobsAt, store, workers: 2 }, tenant, number);
    assert.equal(done.state, 'published');
    const manifest = done.manifestKey as string;
    // A pod finds every shard done, by the address that the run's row would give it.
    const bundle = await forecastBundle({
      manifest: blobsAt.startsWith('s3://') ? `${blobsAt}/${manifest}` : manifest,
      bundle: 0,
      blobsAt,
      workers: 1,
      signal: new AbortController().signal,
      environment: {},
    });
    assert.equal(bundle.series, 15);
    const { state } = await database.withTenant(tenant, (tx) => getImport(tx, 1));
    assert.equal(state, 'committed');
    return served(shop, tenant, number);
  };

  test('a file is imported, forecast on threads and published as from a folder, to the last digit', async () => {
    await using inFolder = await openShop();
    await using inBucket = await openShop(`s3://${await server.bucket()}/shelfcast`);
    const [expected, found] = [await run(inFolder), await run(inBucket)];
    assert.ok(expected.length > 0);
    assert.deepEqual(found, expected);
    for await (const { key } of inBucket.blobs.list('')) assert.match(key, /^tenants\//);
  });
});
