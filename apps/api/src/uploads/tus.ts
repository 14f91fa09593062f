import { requestErrors, ShelfcastError, transferErrors } from '@shelfcast/domain';
import type { UploadRow } from '@shelfcast/ledger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { expiryOf } from '../present/upload.ts';

/** The protocol: https://tus.io/protocols/resumable-upload, version 1.0.0. */
export const TUS_VERSION = '1.0.0';
export const TUS_EXTENSIONS = ['creation', 'expiration', 'checksum', 'termination'];
/** SHA-1 is the one that every server must know. */
export const TUS_ALGORITHMS = ['sha1', 'sha256'] as const;
export const PIECE_TYPE = 'application/offset+octet-stream';

/** Says which version answers, and refuses another one. A client of ours that speaks JSON names none. */
export function speakTus(request: FastifyRequest, reply: FastifyReply): void {
  reply.header('tus-resumable', TUS_VERSION);
  const version = request.headers['tus-resumable'];
  if (version === undefined || version === TUS_VERSION) return;
  reply.header('tus-version', TUS_VERSION);
  throw new ShelfcastError(transferErrors.unsupported_version, {
    detail: `The client speaks tus ${String(version).slice(0, 20)}.`,
    remedy: `Use a client that speaks tus ${TUS_VERSION}.`,
    where: { field: 'tus-resumable' },
  });
}

/** Where an upload stands, in tus's words; and the import, once there is one. */
export function tellState(reply: FastifyReply, row: UploadRow): void {
  reply
    .header('cache-control', 'no-store')
    .header('upload-offset', String(row.received_bytes))
    .header('upload-length', String(row.file_bytes));
  if (row.finished_at) reply.header('shelfcast-import', `/v1/imports/${row.import_id}`);
  else reply.header('upload-expires', expiryOf(row).toUTCString());
}

/** Upload-Metadata: `key base64,key base64`; a key without a value is empty text. */
export function readMetadata(header = ''): ReadonlyMap<string, string> {
  const pairs = header.split(',').filter((pair) => pair.trim() !== '');
  return new Map(
    pairs.map((pair) => {
      const [key, value = '', ...more] = pair.trim().split(' ');
      if (more.length > 0 || !/^[A-Za-z0-9+/=_-]*$/.test(value)) throw badMetadata();
      return [key, Buffer.from(value, 'base64').toString()];
    }),
  );
}

function badMetadata(): ShelfcastError {
  return new ShelfcastError(requestErrors.invalid, {
    detail: 'Upload-Metadata is not a list of keys with values in base64.',
    remedy: 'Write it as `file_name c2FsZXMuY3N2,review dHJ1ZQ==`.',
    where: { field: 'upload-metadata' },
  });
}
