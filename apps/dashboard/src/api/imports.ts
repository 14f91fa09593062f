import type { Import, Mapping } from '@shelfcast/contract';
import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from './client.ts';
import { unwrap } from './problem.ts';

/** Whether it goes on by itself no more. One that was surveyed waits for a person. */
export const importIsOver = (one: Import) => !['queued', 'surveying', 'loading'].includes(one.state);

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

/** What a file holds before it is loaded; changes with each mapping it is read by. */
export const surveyQuery = (id: number) =>
  queryOptions({
    queryKey: ['imports', id, 'survey'],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/v1/imports/{import}/survey', { params: { path: { import: id } }, signal })),
    staleTime: Number.POSITIVE_INFINITY,
  });

/** What can be decided about a surveyed import. */
export function useDecideImport(id: number) {
  const queries = useQueryClient();
  const path = { import: id };
  const onSuccess = (one: Import) => {
    queries.setQueryData(importQuery(id).queryKey, one);
    queries.removeQueries({ queryKey: surveyQuery(id).queryKey });
    return queries.invalidateQueries({ queryKey: ['imports', 'list'] });
  };
  const withKey = (intention: string) => ({ params: { path, header: { 'idempotency-key': intention } } });
  return {
    confirm: useMutation({
      mutationFn: (intention: string) => unwrap(api.POST('/v1/imports/{import}/confirm', withKey(intention))),
      onSuccess,
    }),
    discard: useMutation({
      mutationFn: (intention: string) => unwrap(api.POST('/v1/imports/{import}/discard', withKey(intention))),
      onSuccess,
    }),
    remap: useMutation({
      mutationFn: (mapping: Mapping) =>
        unwrap(api.PUT('/v1/imports/{import}/mapping', { params: { path }, body: mapping })),
      onSuccess,
    }),
  };
}

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
      void queries.invalidateQueries({ queryKey: ['data-health'] });
      return queries.invalidateQueries({ queryKey: ['imports', 'list'] });
    },
  });
}
