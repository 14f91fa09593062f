import type { Run } from '@shelfcast/contract';
import { count, counted } from '../../format/numbers.ts';

/** The stages of a run in the shop's words, in their order. */
export const stages = [
  { state: 'queued', now: 'Waiting to start', name: 'Wait' },
  { state: 'extracting', now: 'Reading your sales', name: 'Read sales' },
  { state: 'training', now: 'Learning across products', name: 'Learn' },
  { state: 'forecasting', now: 'Forecasting', name: 'Forecast' },
  { state: 'reconciling', now: 'Adding up stores and the total', name: 'Add up' },
  { state: 'publishing', now: 'Publishing', name: 'Publish' },
] as const satisfies readonly { state: Run['state']; now: string; name: string }[];

export const stageNow = (state: Run['state']): string =>
  stages.find((stage) => stage.state === state)?.now ??
  { published: 'Published', failed: 'Failed', cancelled: 'Stopped' }[state as 'failed'];

export const runTone = (run: Run) =>
  run.state === 'failed'
    ? 'bad'
    : run.state === 'published'
      ? run.current
        ? 'accent'
        : 'quiet'
      : run.state === 'cancelled'
        ? 'quiet'
        : 'warn';

export const runWord = (run: Run) =>
  run.state === 'published'
    ? run.current
      ? 'In use'
      : 'Published'
    : run.state === 'failed'
      ? 'Failed'
      : run.state === 'cancelled'
        ? 'Stopped'
        : 'Under way';

/** How many model failures a run had, over all causes. */
export const failureCount = (run: Run) =>
  Object.values(run.failures).reduce((sum, number) => sum + number, 0);

/** The answer of a run's page. */
export function runAnswer(run: Run): string {
  const made = counted(run.series_done, 'forecast');
  switch (run.state) {
    case 'published':
      return run.current
        ? `${made} made; these are the numbers in use`
        : `${made} made; newer numbers are in use`;
    case 'failed':
      return 'This run failed; the forecasts before it stay in use';
    case 'cancelled':
      return 'This run was stopped; the forecasts before it stay in use';
    default:
      return run.series_total
        ? `${stageNow(run.state)}: ${count(run.series_done)} of ${counted(run.series_total, 'forecast')}`
        : stageNow(run.state);
  }
}
