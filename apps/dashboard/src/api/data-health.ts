import { queryOptions } from '@tanstack/react-query';
import { api } from './client.ts';
import { unwrap } from './problem.ts';

/** A report takes seconds; asked for again until the new one is there. */
const WHILE_MAKING_MS = 3_000;

export const dataHealthQuery = queryOptions({
  queryKey: ['data-health'],
  queryFn: ({ signal }) => unwrap(api.GET('/v1/data-health', { signal })),
  refetchInterval: (query) => (query.state.data?.making ? WHILE_MAKING_MS : false),
});
