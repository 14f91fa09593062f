import type { NewKey } from '@shelfcast/contract';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from './client.ts';
import { unwrap } from './problem.ts';

export const keysQuery = queryOptions({
  queryKey: ['keys'],
  queryFn: ({ signal }) => unwrap(api.GET('/v1/keys', { signal })),
});

export function useCreateKey() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: NewKey) => unwrap(api.POST('/v1/keys', { body })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['keys'] }),
    gcTime: 0, // the secret is shown once, and kept nowhere
  });
}

export function useRevokeKey() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (key: string) => unwrap(api.DELETE('/v1/keys/{key}', { params: { path: { key } } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['keys'] }),
  });
}
