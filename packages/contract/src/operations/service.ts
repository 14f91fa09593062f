import { Type } from 'typebox';
import { Health, Readiness } from '../resources/health.ts';
import { ref } from '../resources/schema.ts';
import { operation } from './operation.ts';

export const readHealth = operation({
  method: 'GET',
  url: '/healthz',
  problems: [],
  schema: {
    operationId: 'readHealth',
    tags: ['service'],
    summary: 'The process answers.',
    response: { 200: ref(Health) },
  },
});

export const readReadiness = operation({
  method: 'GET',
  url: '/readyz',
  problems: [],
  schema: {
    operationId: 'readReadiness',
    tags: ['service'],
    summary: 'The process can serve: database reachable, migrations current.',
    response: { 200: ref(Readiness), 503: ref(Readiness) },
  },
});

export const readOpenApi = operation({
  method: 'GET',
  url: '/v1/openapi.json',
  problems: [],
  schema: {
    operationId: 'readOpenApi',
    tags: ['service'],
    summary: 'This document, OpenAPI 3.1.',
    response: { 200: Type.Unknown() },
  },
});
