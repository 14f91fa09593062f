import { Type } from 'typebox';
import { Import, ImportPage } from '../resources/import.ts';
import { ref } from '../resources/schema.ts';
import { operation } from './operation.ts';
import { IdempotencyKey, ImportParams, LastEventId, PageQuery } from './parameters.ts';

export const createImport = operation({
  method: 'POST',
  url: '/v1/imports',
  problems: [400, 401, 403, 409, 413, 415, 422],
  consumes: ['application/octet-stream', 'text/csv', 'application/gzip', 'application/vnd.apache.parquet'],
  schema: {
    operationId: 'createImport',
    tags: ['imports'],
    summary: 'Upload a sales file; it is loaded in the background.',
    description:
      'The body is the file itself, streamed: CSV (also .gz) or Parquet. Follow the import by its `Location`, or by its events.',
    headers: IdempotencyKey,
    querystring: Type.Object(
      {
        file_name: Type.String({
          minLength: 1,
          maxLength: 255,
          description: 'The name tells the format: `.csv`, `.csv.gz`, `.parquet`.',
        }),
        mapping: Type.Optional(
          Type.String({
            maxLength: 10_000,
            description: 'A `Mapping` as JSON, where the header does not say it.',
          }),
        ),
        forecast: Type.Optional(
          Type.Boolean({ default: false, description: 'Start a run once the rows are in.' }),
        ),
      },
      { additionalProperties: false },
    ),
    response: { 202: ref(Import) },
  },
});

export const listImports = operation({
  method: 'GET',
  url: '/v1/imports',
  problems: [400, 401, 403],
  schema: {
    operationId: 'listImports',
    tags: ['imports'],
    summary: 'Imports, newest first.',
    querystring: PageQuery,
    response: { 200: ref(ImportPage) },
  },
});

export const readImport = operation({
  method: 'GET',
  url: '/v1/imports/:import',
  problems: [400, 401, 403, 404],
  schema: {
    operationId: 'readImport',
    tags: ['imports'],
    summary: 'One import, with its progress and its count of every row.',
    params: ImportParams,
    response: { 200: ref(Import) },
  },
});

export const exportRejects = operation({
  method: 'GET',
  url: '/v1/imports/:import/rejects',
  problems: [400, 401, 403, 404],
  streams: { 200: ['text/csv'] },
  schema: {
    operationId: 'exportRejects',
    tags: ['imports'],
    summary: 'The rows that were not loaded, as CSV: row, field, value, cause, remedy.',
    params: ImportParams,
    response: { 200: Type.Unknown() },
  },
});

export const undoImport = operation({
  method: 'POST',
  url: '/v1/imports/:import/undo',
  problems: [400, 401, 403, 404, 409],
  schema: {
    operationId: 'undoImport',
    tags: ['imports'],
    summary: 'Take the rows of an import back; what it had superseded returns.',
    headers: IdempotencyKey,
    params: ImportParams,
    response: { 200: ref(Import) },
  },
});

export const watchImport = operation({
  method: 'GET',
  url: '/v1/imports/:import/events',
  problems: [400, 401, 403, 404],
  streams: { 200: ['text/event-stream'] },
  schema: {
    operationId: 'watchImport',
    tags: ['imports'],
    summary: 'Progress as server-sent events.',
    description:
      'Each event is named `import` and its data is an `Import`. The stream ends after the event with an end state.',
    headers: LastEventId,
    params: ImportParams,
    response: { 200: Type.Unknown() },
  },
});
