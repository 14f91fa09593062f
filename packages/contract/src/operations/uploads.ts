import { Type } from 'typebox';
import { Import } from '../resources/import.ts';
import { ref, refOrNull } from '../resources/schema.ts';
import { NewUpload, SignedParts, Upload, UploadList, WantedParts } from '../resources/upload.ts';
import { operation } from './operation.ts';
import { UploadParams } from './parameters.ts';

const TusVersion = { 'tus-resumable': Type.Optional(Type.String({ maxLength: 20, description: '1.0.0' })) };
const tags = ['uploads'] as const;

export const describeUploads = operation({
  method: 'OPTIONS',
  url: '/v1/uploads',
  problems: [],
  schema: {
    operationId: 'describeUploads',
    tags,
    summary: 'What this server speaks of tus: versions, extensions, the largest file.',
    description:
      'In the headers Tus-Version, Tus-Extension, Tus-Max-Size and Tus-Checksum-Algorithm; see tus.io/protocols/resumable-upload.',
    response: { 204: Type.Null() },
  },
});

export const createUpload = operation({
  method: 'POST',
  url: '/v1/uploads',
  problems: [400, 401, 403, 409, 412, 413, 422, 507],
  schema: {
    operationId: 'createUpload',
    tags,
    summary: 'Begin to send a large file, or go on with one.',
    description:
      'As JSON; or as tus 1.0.0 creates an upload, without a body: `Upload-Length`, and `Upload-Metadata` with file_name (or filename), fingerprint, mapping (as JSON), review and forecast (`true`). The answer’s `way` tells how the bytes are to come. With the last byte the upload becomes an import by itself where the way is tus; parts are completed.',
    headers: Type.Object({
      ...TusVersion,
      'upload-length': Type.Optional(Type.String({ maxLength: 20, pattern: '^\\d+$' })),
      'upload-metadata': Type.Optional(Type.String({ maxLength: 16_384 })),
    }),
    body: refOrNull(NewUpload),
    response: { 200: ref(Upload), 201: ref(Upload) },
  },
});

export const listUploads = operation({
  method: 'GET',
  url: '/v1/uploads',
  problems: [401, 403],
  schema: {
    operationId: 'listUploads',
    tags,
    summary: 'Files that have begun to arrive and are not whole yet, the latest first.',
    response: { 200: ref(UploadList) },
  },
});

export const readUpload = operation({
  method: 'GET',
  url: '/v1/uploads/:upload',
  problems: [400, 401, 403, 404, 412],
  schema: {
    operationId: 'readUpload',
    tags,
    summary: 'How much of a file has arrived; after the last byte, which import it is.',
    description: 'HEAD answers with tus’s headers: Upload-Offset, Upload-Length, Upload-Expires.',
    headers: Type.Object(TusVersion),
    params: UploadParams,
    response: { 200: ref(Upload) },
  },
});

export const appendUpload = operation({
  method: 'PATCH',
  url: '/v1/uploads/:upload',
  problems: [400, 401, 403, 404, 409, 412, 413, 415, 423, 460, 507],
  consumes: ['application/offset+octet-stream'],
  schema: {
    operationId: 'appendUpload',
    tags,
    summary: 'Send the next bytes of a file (tus 1.0.0).',
    description:
      'The body is the piece. After the last byte the answer’s header Shelfcast-Import holds the import’s address.',
    headers: Type.Object({
      ...TusVersion,
      'upload-offset': Type.Optional(Type.String({ maxLength: 20, pattern: '^\\d+$' })),
      'upload-checksum': Type.Optional(
        Type.String({ maxLength: 200, description: '`sha1` or `sha256`, a space, the digest in base64.' }),
      ),
    }),
    params: UploadParams,
    response: { 204: Type.Null() },
  },
});

export const signUploadParts = operation({
  method: 'POST',
  url: '/v1/uploads/:upload/parts',
  problems: [400, 401, 403, 404, 409, 422],
  schema: {
    operationId: 'signUploadParts',
    tags,
    summary:
      'Addresses for the parts of a file, in the bucket itself. Without `parts`: of the next that are missing.',
    params: UploadParams,
    body: ref(WantedParts),
    response: { 200: ref(SignedParts) },
  },
});

export const completeUpload = operation({
  method: 'POST',
  url: '/v1/uploads/:upload/complete',
  problems: [400, 401, 403, 404, 409],
  schema: {
    operationId: 'completeUpload',
    tags,
    summary: 'Make an import of a file whose parts are all there. A repeat gives the same import.',
    params: UploadParams,
    response: { 202: ref(Import) },
  },
});

export const discardUpload = operation({
  method: 'DELETE',
  url: '/v1/uploads/:upload',
  problems: [400, 401, 403, 404, 412],
  schema: {
    operationId: 'discardUpload',
    tags,
    summary: 'Forget an upload and what has come of it. An import that it has become stays.',
    headers: Type.Object(TusVersion),
    params: UploadParams,
    response: { 204: Type.Null() },
  },
});
