import type { NewRun, Run } from '@shelfcast/contract';
import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from './client.ts';
import { unwrap } from './problem.ts';

export const runIsOver = (run: Run) =>
  run.state === 'published' || run.state === 'failed' || run.state === 'cancelled';

export const runsQuery = infiniteQueryOptions({
  queryKey: ['runs', 'list'],
  queryFn: ({ pageParam, signal }) =>
    unwrap(
      api.GET('/v1/runs', {
        params: { query: { limit: 25, ...(pageParam ? { cursor: pageParam } : {}) } },
        signal,
      }),
    ),
  initialPageParam: '',
  getNextPageParam: (page) => page.next,
  staleTime: 5_000,
});

export const runQuery = (run: number) =>
  queryOptions({
    queryKey: ['runs', run],
    queryFn: ({ signal }) => unwrap(api.GET('/v1/runs/{run}', { params: { path: { run } }, signal })),
    staleTime: 5_000,
  });

export const runFailuresQuery = (run: number) =>
  queryOptions({
    queryKey: ['runs', run, 'failures'],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/v1/runs/{run}/failures', { params: { path: { run }, query: { limit: 50 } }, signal })),
  });

export function useStartRun() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ body, intention }: { body: NewRun; intention: string }) =>
      unwrap(api.POST('/v1/runs', { body, params: { header: { 'idempotency-key': intention } } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['runs', 'list'] }),
  });
}

export function useStopRun(run: number) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (intention: string) =>
      unwrap(
        api.POST('/v1/runs/{run}/cancel', {
          params: { path: { run }, header: { 'idempotency-key': intention } },
        }),
      ),
    onSuccess: (stopped) => {
      queries.setQueryData(runQuery(run).queryKey, stopped);
      return queries.invalidateQueries({ queryKey: ['runs', 'list'] });
    },
  });
}
