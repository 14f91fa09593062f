import { runErrors, ShelfcastError } from '@shelfcast/domain';
import type { RunFailure } from '@shelfcast/serving';

/**
 * Whether an error is about the run, and would come again however often it is tried. A database that does not answer and a
 * process that is told to stop are not.
 */
export function isVerdict(error: unknown): boolean {
  if (error instanceof ShelfcastError) return !error.kind.code.startsWith('database.');
  return true;
}

/** What a tenant is told of why a run failed: an expected failure as it is; of a defect nothing that lies inside. */
export function describeFailure(error: unknown): RunFailure {
  const known = error instanceof ShelfcastError ? error : describeUnexpected(error);
  return { code: known.kind.code, title: known.kind.title, ...known.details };
}

function describeUnexpected(error: unknown): ShelfcastError {
  if ((error as NodeJS.ErrnoException | null)?.code === 'ENOSPC') {
    return new ShelfcastError(runErrors.disk_full, {
      detail: 'There is no space left on the disk that holds the run’s files.',
      remedy: 'Free some space, then start another run.',
    });
  }
  return new ShelfcastError(runErrors.defect, {
    detail: 'The run met a defect of ours; the log of the pipeline holds what is known of it.',
    remedy:
      'The forecasts of the last published run stay in place. Start another run; if it fails too, report it.',
  });
}
