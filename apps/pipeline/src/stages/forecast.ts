import { recordShard } from '@shelfcast/serving';
import { forecastShards } from '../forecast/forecast-shards.ts';
import type { RunStage } from './stage.ts';

/** Forecasts every shard on threads that see only blobs, and projects what became of each into the run's rows. */
export const forecast: RunStage = {
  name: 'forecasting',
  run: ({ database, tenant, lease, blobs, blobsAt, workers, signal, progress, reached }, manifest) =>
    forecastShards(manifest, {
      blobs,
      blobsAt,
      workers,
      signal,
      onProgress: progress,
      async onDone({ shard, attempt, counts }) {
        await reached('forecast: after shard');
        await database.withTenant(tenant, (tx) =>
          recordShard(tx, lease, { no: shard, state: 'forecast', attempt, counts: { ...counts } }),
        );
      },
    }),
};
