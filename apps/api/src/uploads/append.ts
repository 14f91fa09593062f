import { randomUUID } from 'node:crypto';
import type { Readable } from 'node:stream';
import type { Drafts } from '@shelfcast/blobs';
import type { Database } from '@shelfcast/database';
import { requestErrors, ShelfcastError, type TenantId, transferErrors } from '@shelfcast/domain';
import { claimWriting, endWriting, keepWriting, noteReceived, type UploadRow } from '@shelfcast/ledger';
import { diskFull } from '../upload/disk-full.ts';
import { whole } from '../upload/receive.ts';
import { type Checksum, checked } from './checksum.ts';

/** A line that is silent for so long is dead, or its owner has closed the laptop. */
const SILENCE_MILLISECONDS = 60_000;
const BEAT_MILLISECONDS = 5_000;

export interface Piece {
  readonly offset: number;
  readonly body: Readable;
  readonly checksum: Checksum | undefined;
  /** Aborted when another request goes on with the upload. */
  readonly signal: AbortSignal;
}

/**
 * Writes a piece where the last one ended, and returns how much has arrived in all. A piece that breaks off is kept as far as it
 * came; one with a checksum only whole. Throws `transfer.offset_differs`, `transfer.checksum_differs`,
 * `request.too_large`, `request.upload_aborted`, `transfer.disk_full`.
 */
export async function appendPiece(
  database: Database,
  drafts: Drafts,
  tenant: TenantId,
  uploadId: string,
  { offset, body, checksum, signal }: Piece,
): Promise<number> {
  const writer = randomUUID();
  const upload = await database.withTenant(tenant, (tx) => claimWriting(tx, uploadId, writer));
  const beat = setInterval(() => {
    // A beat that fails is no harm by itself: the next bytes say what is wrong with the database.
    database.withTenant(tenant, (tx) => keepWriting(tx, uploadId, writer)).catch(() => {});
  }, BEAT_MILLISECONDS).unref();
  const note = (bytes: number) =>
    database.withTenant(tenant, (tx) => noteReceived(tx, uploadId, writer, bytes));
  const end = () => body.destroy();
  const silence = setTimeout(end, SILENCE_MILLISECONDS).unref();
  signal.addEventListener('abort', end, { once: true });
  if (signal.aborted) end();
  try {
    refuseOther(upload, offset);
    const piece = bounded(whole(body), upload.file_bytes - offset, () => silence.refresh());
    if (!checksum) return await drafts.write(upload.blob_key, offset, piece, { onDurable: note });
    const after = await drafts.write(upload.blob_key, offset, checked(piece, checksum), {
      onDurable: async () => {},
    });
    await note(after);
    return after;
  } catch (error) {
    throw diskFull(error, 'What had arrived before is kept.');
  } finally {
    clearInterval(beat);
    clearTimeout(silence);
    signal.removeEventListener('abort', end);
    await database.withTenant(tenant, (tx) => endWriting(tx, uploadId, writer));
  }
}

function refuseOther({ received_bytes: received, finished_at }: UploadRow, offset: number): void {
  if (!finished_at && offset === received) return;
  throw new ShelfcastError(transferErrors.offset_differs, {
    detail: `The piece begins at byte ${offset}, and ${received} have arrived.`,
    remedy: finished_at ? 'The upload is complete.' : `Go on from byte ${received}.`,
    where: { field: 'upload-offset' },
  });
}

async function* bounded(
  piece: AsyncIterable<Buffer>,
  most: number,
  heard: () => unknown,
): AsyncGenerator<Buffer> {
  let left = most;
  for await (const chunk of piece) {
    heard();
    left -= chunk.length;
    if (left < 0) throw beyondTheEnd(most);
    yield chunk;
  }
}

export function beyondTheEnd(left: number): ShelfcastError {
  return new ShelfcastError(requestErrors.too_large, {
    detail: `The piece is longer than the ${left.toLocaleString('en')} bytes that are left of the file.`,
    remedy: 'Send the file as it was when the upload began, or begin a new upload for a file that has grown.',
  });
}
