import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import type { TenantId } from '@shelfcast/domain';
import type { Jobs } from '@shelfcast/jobs';
import { readDataHealth } from '@shelfcast/ledger';
import { openShop, type Shop } from '../testing/shop.ts';
import { dataHealthJob } from './data-health-job.ts';
import { openLog } from './log.ts';
import type { WorkerRoom } from './room.ts';
import { sweep } from './sweep.ts';

let shop: Shop;
before(async () => {
  shop = await openShop();
});
after(() => shop[Symbol.asyncDispose]());

test('sales that have changed since the last report are found, though the job was lost, and reported once', async () => {
  const tenant = await shop.tenant();
  const sent: { queue: string; tenant: TenantId }[] = [];
  const jobs: Pick<Jobs, 'send'> = {
    send: async (queue, _payload, options) => {
      sent.push({ queue, tenant: options.tenant });
      return 'job';
    },
  };
  const room = {
    database: shop.clone.database,
    blobs: shop.blobs,
    jobs,
    log: openLog('silent'),
  } as WorkerRoom;
  const reportsAsked = async () => {
    sent.length = 0;
    await sweep(room);
    return sent.filter(({ queue }) => queue === 'data-health');
  };
  assert.deepEqual(await reportsAsked(), [{ queue: 'data-health', tenant }]);
  const job = { id: '1', tenant, payload: {}, attempt: 1, signal: new AbortController().signal };
  await dataHealthJob(room, job);
  const { report, madeAt } = await shop.clone.database.withTenant(tenant, readDataHealth);
  assert.equal(report?.series, 12);
  assert.deepEqual(await reportsAsked(), []);
  await dataHealthJob(room, job);
  const again = await shop.clone.database.withTenant(tenant, readDataHealth);
  assert.deepEqual(again.madeAt, madeAt);
});
