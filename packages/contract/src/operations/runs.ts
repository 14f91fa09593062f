import { Type } from 'typebox';
import { NewRun, Run, RunFailurePage, RunPage } from '../resources/run.ts';
import { ref } from '../resources/schema.ts';
import { operation } from './operation.ts';
import { IdempotencyKey, LastEventId, PageQuery, RunParams } from './parameters.ts';

export const createRun = operation({
  method: 'POST',
  url: '/v1/runs',
  problems: [400, 401, 403, 409, 422],
  schema: {
    operationId: 'createRun',
    tags: ['runs'],
    summary: 'Start a forecast run over everything in the ledger.',
    headers: IdempotencyKey,
    body: ref(NewRun),
    response: { 202: ref(Run) },
  },
});

export const listRuns = operation({
  method: 'GET',
  url: '/v1/runs',
  problems: [400, 401, 403],
  schema: {
    operationId: 'listRuns',
    tags: ['runs'],
    summary: 'Runs, newest first.',
    querystring: PageQuery,
    response: { 200: ref(RunPage) },
  },
});

export const readRun = operation({
  method: 'GET',
  url: '/v1/runs/:run',
  problems: [400, 401, 403, 404],
  schema: {
    operationId: 'readRun',
    tags: ['runs'],
    summary: 'One run, with its progress and its failures by cause.',
    params: RunParams,
    response: { 200: ref(Run) },
  },
});

export const cancelRun = operation({
  method: 'POST',
  url: '/v1/runs/:run/cancel',
  problems: [400, 401, 403, 404, 409],
  schema: {
    operationId: 'cancelRun',
    tags: ['runs'],
    summary: 'Stop a run that has not finished. The forecasts of the run before stay.',
    headers: IdempotencyKey,
    params: RunParams,
    response: { 200: ref(Run) },
  },
});

export const watchRun = operation({
  method: 'GET',
  url: '/v1/runs/:run/events',
  problems: [400, 401, 403, 404],
  streams: { 200: ['text/event-stream'] },
  schema: {
    operationId: 'watchRun',
    tags: ['runs'],
    summary: 'Progress as server-sent events.',
    description:
      'Each event is named `run` and its data is a `Run`. The stream ends after the event with an end state.',
    headers: LastEventId,
    params: RunParams,
    response: { 200: Type.Unknown() },
  },
});

export const listRunFailures = operation({
  method: 'GET',
  url: '/v1/runs/:run/failures',
  problems: [400, 401, 403, 404],
  schema: {
    operationId: 'listRunFailures',
    tags: ['runs'],
    summary: 'The series on which a model failed, with the cause and the stand-in.',
    params: RunParams,
    querystring: PageQuery,
    response: { 200: ref(RunFailurePage) },
  },
});
