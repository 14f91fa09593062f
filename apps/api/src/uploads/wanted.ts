import { MAX_UPLOAD_BYTES, type NewUpload } from '@shelfcast/contract';
import { requestErrors, ShelfcastError } from '@shelfcast/domain';
import type { NewUpload as Wanted } from '@shelfcast/ledger';
import type { FastifyRequest } from 'fastify';
import { invalidRequest } from '../plugins/problem/validation.ts';
import { columnMapping, readMapping } from '../upload/mapping.ts';
import { emptyFile, tooLarge } from '../upload/receive.ts';
import { readMetadata } from './tus.ts';

/** What a request to begin an upload wants, from its body; or, as tus says it, from its headers. */
export function wantedUpload(request: FastifyRequest, body: NewUpload | null): Wanted {
  const wanted = body ? fromBody(body) : fromHeaders(request);
  if (wanted.bytes === 0) throw emptyFile();
  if (wanted.bytes > MAX_UPLOAD_BYTES) throw tooLarge(MAX_UPLOAD_BYTES);
  return { ...wanted, createdBy: request.principal.name };
}

type WithoutName = Omit<Wanted, 'createdBy'>;

function fromBody(body: NewUpload): WithoutName {
  return {
    fileName: body.file_name,
    bytes: body.file_bytes,
    fingerprint: body.fingerprint ?? null,
    mapping: body.mapping ? columnMapping(body.mapping) : null,
    review: body.review ?? false,
    forecast: body.forecast ?? false,
  };
}

function fromHeaders(request: FastifyRequest): WithoutName {
  const length = request.headers['upload-length'];
  if (typeof length !== 'string') {
    throw new ShelfcastError(requestErrors.invalid, {
      detail: 'There is neither a body nor the header Upload-Length.',
      remedy:
        'Send a JSON body such as {"file_name":"sales.csv","file_bytes":1048576}, or create it as tus does.',
      where: { field: 'upload-length' },
    });
  }
  const metadata = readMetadata(request.headers['upload-metadata'] as string | undefined);
  // `filename` and `name` are what clients of tus write by habit.
  const fileName = metadata.get('file_name') ?? metadata.get('filename') ?? metadata.get('name');
  const fingerprint = metadata.get('fingerprint');
  const spoken = {
    file_name: fileName,
    file_bytes: Number(length),
    ...(fingerprint !== undefined && { fingerprint }),
  };
  const valid = request.compileValidationSchema({ $ref: 'NewUpload#' }, 'body');
  if (!valid(spoken)) throw invalidRequest(valid.errors ?? [], 'metadata');
  return {
    fileName: spoken.file_name as string,
    bytes: spoken.file_bytes,
    fingerprint: fingerprint ?? null,
    mapping: readMapping(request, metadata.get('mapping')) ?? null,
    review: metadata.get('review') === 'true',
    forecast: metadata.get('forecast') === 'true',
  };
}
