import type { Job } from '@shelfcast/jobs';
import { getImport, hashImport, linkImportToRun, loadImport, surveyImport } from '@shelfcast/ledger';
import { requestRun } from '@shelfcast/serving';
import { openUpload, uploadSurveyor } from '@shelfcast/sources';
import { sendDataHealth } from './data-health-job.ts';
import type { WorkerRoom } from './room.ts';

export type ImportPayload = { readonly importId: number };

/** Surveys an import that is to be reviewed; or loads it to its end, and starts the forecast that was asked for with it, once however often this runs. */
export async function importJob(room: WorkerRoom, job: Job<ImportPayload>): Promise<void> {
  const { database, blobs, jobs, log } = room;
  const { tenant } = job;
  const { importId } = job.payload;
  log.info({ tenant, importId, attempt: job.attempt }, 'import begins');
  await hashImport(database, blobs, tenant, importId, job.signal);
  const { review } = await database.withTenant(tenant, (tx) => getImport(tx, importId));
  if (review) {
    const { state } = await surveyImport(database, blobs, tenant, importId, {
      surveyor: uploadSurveyor,
      signal: job.signal,
    });
    log.info({ tenant, importId, state }, 'import surveyed');
    return;
  }
  const loaded = await loadImport(database, blobs, tenant, importId, { openUpload, signal: job.signal });
  const { state, rows_in, rows_loaded, rows_skipped, rows_rejected, failure } = loaded;
  log.info(
    { tenant, importId, state, rows_in, rows_loaded, rows_skipped, rows_rejected, failure: failure?.code },
    'import ends',
  );
  if (state === 'committed') await sendDataHealth(jobs, tenant);
  const wanted = loaded.forecast && (state === 'committed' || state === 'unchanged');
  if (!wanted) return;
  const runId =
    loaded.run_id ??
    (await database.withTenant(tenant, async (tx) => {
      const { run } = await requestRun(tx, { requestedBy: loaded.created_by ?? `import:${importId}` });
      await linkImportToRun(tx, importId, run);
      return run;
    }));
  await jobs.send('run', { runId }, { tenant, singletonKey: `run-${runId}` });
}
