import type { Readable } from 'node:stream';
import { blobName } from '@shelfcast/blobs';
import { operations } from '@shelfcast/contract';
import { requestErrors, ShelfcastError } from '@shelfcast/domain';
import { getImport, nextImportId, createImport as recordImport } from '@shelfcast/ledger';
import type { App } from '../../app-type.ts';
import type { Dependencies } from '../../dependencies.ts';
import { once } from '../../idempotency/once.ts';
import { presentImport } from '../../present/import.ts';
import { route } from '../../route.ts';
import { sendImport } from '../../send-import.ts';
import { readMapping } from '../../upload/mapping.ts';
import { receive, tooLarge } from '../../upload/receive.ts';

/** 4 GiB: beyond, one connection is the wrong way to move a file. */
const MAX_UPLOAD_BYTES = 4 * 2 ** 30;

export function createImport(app: App, dependencies: Dependencies): void {
  const { database, blobs, jobs, maxUploadBytes = MAX_UPLOAD_BYTES } = dependencies;
  // The body is the file: whatever its media type, it is streamed and never parsed.
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', (_request, body, done) => done(null, body));
  app.route({
    ...route(operations.createImport),
    handler: async (request, reply) => {
      const { tenant, name } = request.principal;
      const { file_name: fileName, forecast = false, review = false } = request.query;
      refuseForms(request.headers['content-type']);
      if (Number(request.headers['content-length'] ?? 0) > maxUploadBytes) throw tooLarge(maxUploadBytes);
      const mapping = readMapping(request, request.query.mapping);

      const importId = await database.withTenant(tenant, (tx) => nextImportId(tx));
      const folder = `tenants/${tenant}/imports/${importId}/`;
      const blobKey = folder + blobName(fileName);
      const received = await receive(blobs, blobKey, request.body as Readable, maxUploadBytes);
      let recorded = false;
      try {
        return await once(database, request, reply, [request.query, received.sha256], async () => {
          const row = await database.withTenant(tenant, async (tx) => {
            await recordImport(tx, {
              importId,
              fileName,
              blobKey,
              ...received,
              mapping,
              forecast,
              review,
              createdBy: name,
            });
            return getImport(tx, importId);
          });
          recorded = true;
          // Should the process end between the two, the worker's sweep finds the import without its job.
          await sendImport(jobs, tenant, importId);
          return { status: 202, location: `/v1/imports/${importId}`, body: presentImport(row) };
        });
      } finally {
        if (!recorded) await blobs.remove(folder);
      }
    },
  });
}

function refuseForms(contentType: string | undefined): void {
  if (!contentType?.startsWith('multipart/')) return;
  throw new ShelfcastError(requestErrors.unsupported_media_type, {
    detail: 'The file came as a form; it is read from the body itself.',
    remedy: 'Send the bytes of the file as the body; with curl: --data-binary @sales.csv.',
  });
}
