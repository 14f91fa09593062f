import type { Readable } from 'node:stream';
import { operations } from '@shelfcast/contract';
import { requestErrors, ShelfcastError } from '@shelfcast/domain';
import { getUpload } from '@shelfcast/ledger';
import type { App } from '../../app-type.ts';
import type { RouteDependencies } from '../../dependencies.ts';
import { route } from '../../route.ts';
import { appendPiece, beyondTheEnd } from '../../uploads/append.ts';
import { becomeImport } from '../../uploads/become-import.ts';
import { readChecksum } from '../../uploads/checksum.ts';
import { PIECE_TYPE, speakTus, tellState } from '../../uploads/tus.ts';
import { takesParts } from '../../uploads/ways.ts';

export function appendUpload(app: App, dependencies: RouteDependencies): void {
  const { database, blobs, writers } = dependencies;
  // The body is the piece: it is streamed and never parsed.
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', (_request, body, done) => done(null, body));
  app.route({
    ...route(operations.appendUpload),
    handler: async (request, reply) => {
      speakTus(request, reply);
      const { tenant } = request.principal;
      const id = request.params.upload;
      const read = () => database.withTenant(tenant, (tx) => getUpload(tx, id), { readOnly: true });
      const before = await read();
      const { drafts } = blobs;
      if (!drafts || before.multipart_id !== null) throw takesParts();
      refuseOtherTypes(request.headers['content-type']);
      const offset = readOffset(request.headers['upload-offset']);
      const left = before.file_bytes - offset;
      if (Number(request.headers['content-length'] ?? 0) > left) throw beyondTheEnd(left);
      const checksum = readChecksum(request.headers['upload-checksum']);
      await writers.write(id, (signal) =>
        appendPiece(database, drafts, tenant, id, {
          offset,
          checksum,
          signal,
          body: request.body as Readable,
        }),
      );
      await becomeImport(dependencies, tenant, await read());
      tellState(reply, await read());
      reply.code(204);
      return null;
    },
  });
}

function readOffset(header: string | undefined): number {
  if (header !== undefined) return Number(header);
  throw new ShelfcastError(requestErrors.invalid, {
    detail: 'The header Upload-Offset is missing.',
    remedy: 'Say at which byte of the file the piece begins.',
    where: { field: 'upload-offset' },
  });
}

function refuseOtherTypes(contentType: string | undefined): void {
  if (contentType === PIECE_TYPE) return;
  throw new ShelfcastError(requestErrors.unsupported_media_type, {
    detail: 'A piece of a file comes with another Content-Type than it must.',
    remedy: `Send Content-Type: ${PIECE_TYPE}.`,
    where: { field: 'content-type' },
  });
}
