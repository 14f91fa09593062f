import type { Import } from '@shelfcast/contract';
import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from './client.ts';
import { unwrap } from './problem.ts';

export const importIsOver = (one: Import) => one.state !== 'queued' && one.state !== 'loading';

export const importsQuery = infiniteQueryOptions({
  queryKey: ['imports', 'list'],
  queryFn: ({ pageParam, signal }) =>
    unwrap(
      api.GET('/v1/imports', {
        params: { query: { limit: 25, ...(pageParam ? { cursor: pageParam } : {}) } },
        signal,
      }),
    ),
  initialPageParam: '',
  getNextPageParam: (page) => page.next,
  staleTime: 5_000,
});

export const importQuery = (id: number) =>
  queryOptions({
    queryKey: ['imports', id],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/v1/imports/{import}', { params: { path: { import: id } }, signal })),
    staleTime: 5_000,
  });

export function useUndoImport(id: number) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (intention: string) =>
      unwrap(
        api.POST('/v1/imports/{import}/undo', {
          params: { path: { import: id }, header: { 'idempotency-key': intention } },
        }),
      ),
    onSuccess: (undone) => {
      queries.setQueryData(importQuery(id).queryKey, undone);
      return queries.invalidateQueries({ queryKey: ['imports', 'list'] });
    },
  });
}
