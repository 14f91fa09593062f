import { operations } from '@shelfcast/contract';
import { ShelfcastError, transferErrors } from '@shelfcast/domain';
import { getUpload, partSize, receivedParts, touchUpload, type UploadRow } from '@shelfcast/ledger';
import type { App } from '../../app-type.ts';
import type { Dependencies } from '../../dependencies.ts';
import { route } from '../../route.ts';
import { takesPieces } from '../../uploads/ways.ts';

/** As many as are asked for at once where none is named. */
const NEXT_PARTS = 100;
/** An address lives an hour; a client that is told a minute less never meets its end. */
const LIFE_MILLISECONDS = 59 * 60_000;

export function signUploadParts(app: App, { database, blobs }: Dependencies): void {
  app.route({
    ...route(operations.signUploadParts),
    handler: async (request, reply) => {
      const { tenant } = request.principal;
      const row = await database.withTenant(tenant, (tx) => getUpload(tx, request.params.upload));
      const { multipart } = blobs;
      const id = row.multipart_id;
      if (!multipart || id === null || row.finished_at) throw takesPieces();
      const wanted = request.body.parts ?? (await missingParts(row));
      const count = Math.ceil(row.file_bytes / row.part_bytes!);
      const beyond = wanted.find((part) => part > count);
      if (beyond !== undefined) throw noSuchPart(beyond, count);
      const items = await Promise.all(
        wanted.map(async (part) => {
          const bytes = partSize(row, part);
          return { part, bytes, url: await multipart.sign(row.blob_key, id, part, bytes) };
        }),
      );
      await database.withTenant(tenant, (tx) => touchUpload(tx, row.upload_id));
      reply.header('cache-control', 'no-store');
      return { items, expires_at: new Date(Date.now() + LIFE_MILLISECONDS).toISOString() };
    },
  });

  async function missingParts(row: UploadRow): Promise<number[]> {
    const there = new Set((await receivedParts(blobs, row)).parts);
    const all = Array.from({ length: Math.ceil(row.file_bytes / row.part_bytes!) }, (_, i) => i + 1);
    return all.filter((part) => !there.has(part)).slice(0, NEXT_PARTS);
  }
}

function noSuchPart(part: number, count: number): ShelfcastError {
  return new ShelfcastError(transferErrors.no_such_part, {
    detail: `The file has ${count} parts; there is no part ${part}.`,
    remedy: 'Ask for parts of the file only, or leave “parts” out to get those that are missing.',
    where: { field: 'parts' },
  });
}
