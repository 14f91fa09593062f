import type { SignIn } from '@shelfcast/contract';
import { queryOptions, useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { api } from './client.ts';
import { unwrap } from './problem.ts';

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: ({ signal }) => unwrap(api.GET('/v1/session', { signal })),
  staleTime: 5 * 60_000,
});

/** Who is signed in. Pages below the shell are shown only to somebody. */
export const useSession = () => useSuspenseQuery(sessionQuery).data;

/** Why this person can't change things here; null where they can. */
export function useWhyReadOnly(): string | null {
  const { role } = useSession();
  return role === 'viewer'
    ? 'Your role is viewer, which reads only. Ask an owner to make you a planner.'
    : null;
}

const forgetful = new Set<() => void>();

/** Calls back when whoever was signed in is so no more, for what a page keeps in memory. */
export const whenSomebodyElse = (forget: () => void) => {
  forgetful.add(forget);
};
const forgetAll = () => {
  for (const forget of forgetful) forget();
};

export function useSignIn() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: SignIn) => unwrap(api.POST('/v1/session', { body })),
    onSuccess: (session) => {
      forgetAll();
      queries.clear(); // nothing of whoever was here before
      queries.setQueryData(sessionQuery.queryKey, session);
    },
  });
}

export function useSignOut() {
  return useMutation({ mutationFn: () => unwrap(api.DELETE('/v1/session')), onSuccess: forgetAll });
}
