import { QueryCache, QueryClient } from '@tanstack/react-query';
import { ApiProblem } from './problem.ts';

/** Forecasts change once a run: a minute old is fresh. A no of the server (4xx) is not asked again, a silence is, twice. */
export function makeQueryClient(onSignedOut: () => void): QueryClient {
  return new QueryClient({
    queryCache: new QueryCache({
      onError: (error, query) => {
        const signedOut = error instanceof ApiProblem && error.problem.status === 401;
        if (signedOut && query.queryKey[0] !== 'session') onSignedOut();
      },
    }),
    defaultOptions: {
      queries: {
        staleTime: 60_000,
        refetchOnWindowFocus: true,
        retry: (failures, error) => {
          const status = error instanceof ApiProblem ? error.problem.status : 0;
          return failures < 2 && (status === 0 || status === 503);
        },
        retryDelay: (attempt) => 400 * 2 ** attempt,
      },
    },
  });
}
