import { type ErrorComponentProps, useRouter } from '@tanstack/react-router';
import { asProblem } from '../api/problem.ts';
import { PageTitle } from '../components/page-title.tsx';
import { ProblemNotice } from '../components/problem-notice.tsx';

/** A page that could not be shown: what happened, what to do, and a way to try again. */
export function PageProblem({ error, reset }: ErrorComponentProps) {
  const router = useRouter();
  const problem = asProblem(error);
  return (
    <div>
      <PageTitle tab={problem.title}>
        {problem.status === 404 ? 'There is nothing at this address' : 'This page could not be shown'}
      </PageTitle>
      <ProblemNotice
        error={error}
        onRetry={() => {
          reset();
          void router.invalidate();
        }}
      />
    </div>
  );
}
