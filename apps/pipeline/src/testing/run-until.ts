/**
 * Runs a forecast run and kills its own process, as `kill -9` does, where it reaches a point. Started by tests:
 * node run-until.ts '{"databaseUrl","blobsAt","tenant","run","point"}'
 */
import { folderBlobStore } from '@shelfcast/blobs';
import { openDatabase } from '@shelfcast/database';
import { tenantId } from '@shelfcast/domain';
import { postgresServing } from '@shelfcast/serving';
import { runForecasts } from '../coordinator/run-forecasts.ts';

const { databaseUrl, blobsAt, tenant, run, point } = JSON.parse(process.argv[2]) as {
  databaseUrl: string;
  blobsAt: string;
  tenant: string;
  run: number;
  point: string;
};
const database = openDatabase(databaseUrl);
await runForecasts(
  {
    database,
    blobs: folderBlobStore(blobsAt),
    blobsAt,
    store: postgresServing(database),
    workers: 2,
    alone: true,
    reached: (reached) => {
      if (reached === point) process.kill(process.pid, 'SIGKILL');
    },
  },
  tenantId(tenant),
  run,
);
await database.close();
