import { Type } from 'typebox';
import { Import, ImportPage, Mapping } from '../resources/import.ts';
import { ImportSurvey } from '../resources/import-survey.ts';
import { ref } from '../resources/schema.ts';
import { operation } from './operation.ts';
import { IdempotencyKey, ImportParams, LastEventId, PageQuery } from './parameters.ts';

export const createImport = operation({
  method: 'POST',
  url: '/v1/imports',
  problems: [400, 401, 403, 409, 413, 415, 422],
  consumes: [
    'application/octet-stream',
    'text/csv',
    'application/gzip',
    'application/zip',
    'application/jsonl',
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    'application/vnd.apache.parquet',
  ],
  schema: {
    operationId: 'createImport',
    tags: ['imports'],
    summary: 'Upload a file of sales, or of what else a forecast needs; it is loaded in the background.',
    description:
      'The body is the file itself, streamed: CSV (also packed by gzip or zip), Excel, JSON lines or Parquet. Follow the import by its `Location`, or by its events. With `review` it is surveyed and waits to be confirmed.',
    headers: IdempotencyKey,
    querystring: Type.Object(
      {
        file_name: Type.String({
          minLength: 1,
          maxLength: 255,
          description: 'For messages; what stands in the file tells its format.',
        }),
        mapping: Type.Optional(
          Type.String({
            maxLength: 10_000,
            description: 'A `Mapping` as JSON, where the header does not say it.',
          }),
        ),
        review: Type.Optional(
          Type.Boolean({
            default: false,
            description: 'Say what the file holds, and wait for a decision before anything is loaded.',
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

export const readImportSurvey = operation({
  method: 'GET',
  url: '/v1/imports/:import/survey',
  problems: [400, 401, 403, 404],
  schema: {
    operationId: 'readImportSurvey',
    tags: ['imports'],
    summary: 'What a file holds, before anything of it is loaded; or the question that it leaves open.',
    params: ImportParams,
    response: { 200: ref(ImportSurvey) },
  },
});

export const confirmImport = operation({
  method: 'POST',
  url: '/v1/imports/:import/confirm',
  problems: [400, 401, 403, 404, 409],
  schema: {
    operationId: 'confirmImport',
    tags: ['imports'],
    summary: 'Load a surveyed import.',
    headers: IdempotencyKey,
    params: ImportParams,
    response: { 202: ref(Import) },
  },
});

export const remapImport = operation({
  method: 'PUT',
  url: '/v1/imports/:import/mapping',
  problems: [400, 401, 403, 404, 409],
  schema: {
    operationId: 'remapImport',
    tags: ['imports'],
    summary: 'Say how a surveyed file is to be read. It is surveyed anew.',
    description: 'Takes no Idempotency-Key: a repeat gives the same survey.',
    params: ImportParams,
    body: ref(Mapping),
    response: { 202: ref(Import) },
  },
});

export const discardImport = operation({
  method: 'POST',
  url: '/v1/imports/:import/discard',
  problems: [400, 401, 403, 404, 409],
  schema: {
    operationId: 'discardImport',
    tags: ['imports'],
    summary: 'End a surveyed import without loading it; its file is removed.',
    headers: IdempotencyKey,
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
    summary: 'The rows that were not loaded, as a CSV that can be corrected and sent again.',
    description:
      'The columns of their own file, without those about people, and to the right of them shelfcast_import, shelfcast_row, shelfcast_field, shelfcast_problem, shelfcast_remedy and shelfcast_date_check. Correct the cells, leave these columns as they are, and send the file as any other: its rows take their place in the import they come from. At most the first 100,000.',
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
    description: 'Corrections of its rejected rows go with it.',
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
