import { queryOptions } from '@tanstack/react-query';
import { api } from './client.ts';
import { unwrap } from './problem.ts';

export const overviewQuery = queryOptions({
  queryKey: ['overview'],
  queryFn: ({ signal }) => unwrap(api.GET('/v1/overview', { signal })),
});

export const accuracyQuery = queryOptions({
  queryKey: ['accuracy'],
  queryFn: ({ signal }) => unwrap(api.GET('/v1/accuracy', { signal })),
});
