import { operations } from '@shelfcast/contract';
import { requestErrors, ShelfcastError } from '@shelfcast/domain';
import { getRun } from '@shelfcast/serving';
import type { App } from '../../app-type.ts';
import type { Dependencies } from '../../dependencies.ts';
import { resolveRun } from '../../resolve-run.ts';
import { route } from '../../route.ts';
import { parquetAsCsv } from './parquet-as-csv.ts';

export function exportForecasts(app: App, dependencies: Dependencies): void {
  const { database, blobs, serving } = dependencies;
  app.route({
    ...route(operations.exportForecasts),
    handler: async ({ principal: { tenant }, query: { run: asked, format = 'csv' } }, reply) => {
      const number = await resolveRun({ database, forecasts: serving }, tenant, asked);
      const run = await database.withTenant(tenant, (tx) => getRun(tx, number), { readOnly: true });
      if (!run?.exportKey || !(await blobs.stat(run.exportKey))) throw exportGone(number);
      const name = `forecasts-run-${number}-from-${run.originOn ?? 'origin'}.${format}`;
      reply
        .header('content-disposition', `attachment; filename="${name}"`)
        .header('cache-control', 'private, no-store');
      if (format === 'parquet') {
        return reply.type('application/vnd.apache.parquet').send(await blobs.open(run.exportKey));
      }
      return reply.type('text/csv; charset=utf-8').send(await parquetAsCsv(blobs, run.exportKey));
    },
  });
}

function exportGone(run: number): ShelfcastError {
  return new ShelfcastError(requestErrors.not_found, {
    detail: `Run ${run} has no export.`,
    remedy: 'Export the current run: leave `run` out.',
    where: { field: 'run' },
  });
}
