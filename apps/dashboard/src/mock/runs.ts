import type { NewRun, Run } from '@shelfcast/contract';
import { ORIGIN } from './demand.ts';
import type { Topic } from './topic.ts';

const states = [
  'queued',
  'extracting',
  'training',
  'forecasting',
  'reconciling',
  'publishing',
  'published',
] as const;
const quantiles = [0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95];

/** A run of the past, finished. */
export function pastRun(
  run: number,
  series: number,
  accuracy: Run['accuracy'],
  change: Partial<Run> = {},
): Run {
  const day = ['2026-10-03', '2026-10-17', '2026-10-31', '2026-11-14', ORIGIN][run - 3] ?? ORIGIN;
  return {
    run,
    state: 'published',
    current: false,
    frequency: 'D',
    horizon: 28,
    season: 7,
    origin: day,
    quantiles,
    series_total: series,
    series_done: series,
    failures: {},
    accuracy,
    failure: null,
    requested_by: 'Robin Hartley',
    created_at: `${day}T19:05:00.000Z`,
    started_at: `${day}T19:05:01.000Z`,
    finished_at: `${day}T19:05:09.400Z`,
    ...change,
  };
}

/** Starts a run that goes through its states by itself, and tells its topic. */
export function startRun(
  run: number,
  wish: NewRun,
  series: number,
  topic: Topic<Run>,
  stepMs: number,
  onEnd: (run: Run) => void,
): Run {
  const now = () => new Date().toISOString();
  let state: Run = {
    ...pastRun(run, series, null),
    state: 'queued',
    frequency: wish.frequency ?? 'D',
    horizon: wish.horizon ?? 28,
    series_done: 0,
    created_at: now(),
    started_at: null,
    finished_at: null,
  };
  topic.publish(state);
  const timer = setInterval(() => {
    if (topic.last?.state === 'cancelled') {
      clearInterval(timer);
      return;
    }
    if (state.state === 'forecasting' && state.series_done < series) {
      state = { ...state, series_done: Math.min(series, state.series_done + Math.ceil(series / 12)) };
    } else {
      const next = states[states.indexOf(state.state as 'queued') + 1]!;
      state = { ...state, state: next, started_at: state.started_at ?? now() };
      if (next === 'published') {
        clearInterval(timer);
        state = { ...state, current: true, finished_at: now() };
        onEnd(state);
      }
    }
    topic.publish(state);
  }, stepMs);
  timer.unref();
  return state;
}
