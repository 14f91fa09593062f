import { asProblem } from '../api/problem.ts';
import { count } from '../format/numbers.ts';
import { Button } from './button.tsx';
import { Notice } from './notice.tsx';

interface Props {
  readonly error: unknown;
  readonly onRetry?: () => void;
  readonly onDismiss?: () => void;
}

/** An error as the API tells it: what happened, where, what to do. It stays until it is dismissed or mended. */
export function ProblemNotice({ error, onRetry, onDismiss }: Props) {
  const problem = asProblem(error);
  const where = [
    problem.where?.file,
    problem.where?.row !== undefined &&
      (problem.where.row === 0 ? 'its header' : `row ${count(problem.where.row)}`),
    problem.where?.field && `column “${problem.where.field}”`,
  ].filter(Boolean);
  return (
    <Notice
      tone="bad"
      title={problem.title}
      onDismiss={onDismiss}
      actions={
        onRetry && (
          <Button small onClick={onRetry}>
            Try again
          </Button>
        )
      }
    >
      <p>
        {problem.detail} {problem.remedy}
      </p>
      {where.length > 0 && <p className="quiet">Where: {where.join(', ')}</p>}
      {problem.instance && (
        <p className="quiet">
          <code>{problem.code}</code> · <code>{problem.instance}</code>
        </p>
      )}
    </Notice>
  );
}
