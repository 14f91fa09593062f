import { ShelfcastError, startErrors } from '@shelfcast/domain';
import type { Terminal } from '../../terminal/terminal.ts';
import { aside } from '../aside.ts';
import { lastWords, rotateLog } from './log-file.ts';
import { ProcessEnded, type ProcessPlan, type Supervised, supervise } from './supervise.ts';

/** Starts a process, and speaks for it: its own words go to its log. */
export function startPart(plan: ProcessPlan, terminal: Terminal): Supervised {
  rotateLog(plan.log);
  return supervise(plan, {
    restarting: (name, how, inMs) =>
      aside(terminal)(
        `The ${name} ended by itself (${how}); it is started again in ${(inMs / 1000).toFixed(1)} s. See ${plan.log}`,
      ),
  });
}

/** What to tell the user when a process ended before it was ready. */
export function asStartFailure(failure: unknown): unknown {
  if (!(failure instanceof ProcessEnded)) return failure;
  const { plan, message } = failure;
  return new ShelfcastError(
    startErrors.process_failed,
    {
      detail: `The ${message} It said: ${lastWords(plan.log)}`,
      remedy: `See ${plan.log}, then start again.`,
    },
    { cause: failure },
  );
}
