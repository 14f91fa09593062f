import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { ForecastPlan, Panel, PanelBacktest, PanelForecast } from '../contract.ts';
import { ForecastingError } from '../errors.ts';
import { AccuracySums } from '../panel/accuracy-sums.ts';
import type { SeriesBacktest } from '../panel/backtest-panel.ts';
import { emptyForecast } from '../panel/forecast-panel.ts';
import { validatePanel, validatePlan } from '../panel/validate.ts';
import type { ChunkDone, Job } from './job.ts';
import { sharedMemory, sharedPanel } from './shared.ts';

export interface ThreadOptions {
  /** Threads; default: what the machine can run at once. Never more than there are chunks. */
  readonly workers?: number;
  /** Called as chunks finish, in series. */
  readonly onProgress?: (done: number, total: number) => void;
  /** Stops the threads; the promise rejects with the signal's reason. */
  readonly signal?: AbortSignal;
}

/**
 * `forecastPanel` on worker threads: the same numbers, bit for bit, however many there are. The result's arrays lie in
 * shared memory. A panel whose arrays are on a SharedArrayBuffer is not copied.
 *
 * @throws ForecastingError `invalid_plan`, `invalid_panel`, `unknown_model` before any thread starts; `worker_failed`
 * where a thread dies, with what it died of as `cause`.
 */
export async function forecastPanelOnThreads(
  panel: Panel,
  plan: ForecastPlan,
  options: ThreadOptions = {},
): Promise<PanelForecast> {
  validatePlan(plan);
  const count = validatePanel(panel, plan.horizon);
  const { outcomes, ...shared } = emptyForecast(count, plan, sharedMemory);
  await runChunks({ panel, plan, count, forecast: shared }, options, (chunk) => {
    if (chunk.kind === 'forecast')
      for (let i = 0; i < chunk.results.length; i++) outcomes[chunk.from + i] = chunk.results[i];
  });
  return { ...shared, outcomes };
}

/** `backtestPanel` on worker threads: the same numbers. Throws as `forecastPanelOnThreads` does. */
export async function backtestPanelOnThreads(
  panel: Panel,
  plan: ForecastPlan,
  options: ThreadOptions = {},
): Promise<PanelBacktest> {
  validatePlan(plan);
  const count = validatePanel(panel, plan.horizon);
  const all = new Array<SeriesBacktest>(count);
  await runChunks({ panel, plan, count, forecast: undefined }, options, (chunk) => {
    if (chunk.kind === 'backtest')
      for (let i = 0; i < chunk.results.length; i++) all[chunk.from + i] = chunk.results[i];
  });
  // Added up here, in the panel's order, so that rounding doesn't depend on which thread was faster.
  const sums = new AccuracySums(plan);
  for (const series of all) sums.add(series);
  return sums.result();
}

/** Small enough to keep every thread busy to the end and progress smooth, large enough that messages cost nothing. */
const CHUNKS_A_WORKER = 32;
const LARGEST_CHUNK = 256;

/**
 * A series leaves many short-lived arrays behind. Collected early they cost 5 % more time, and a process with two threads
 * peaks at 290 instead of 440 MB (12,000 series of 76 days).
 */
const YOUNG_GENERATION_MB = 8;

async function runChunks(
  job: Pick<Job, 'panel' | 'plan' | 'count' | 'forecast'>,
  { workers = availableParallelism(), onProgress, signal }: ThreadOptions,
  onChunk: (chunk: ChunkDone) => void,
): Promise<void> {
  if (!Number.isInteger(workers) || workers < 1)
    throw new ForecastingError('invalid_plan', `workers is ${workers}; it must be 1, 2, 3, …`);
  signal?.throwIfAborted();
  const { count } = job;
  if (count === 0) return;
  const chunkSize = Math.min(LARGEST_CHUNK, Math.max(1, Math.floor(count / workers / CHUNKS_A_WORKER)));
  const next = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);
  const workerData: Job = { ...job, panel: sharedPanel(job.panel), chunkSize, next };
  const threads: Worker[] = [];
  const finished = new AbortController();
  let done = 0;
  try {
    await new Promise<void>((resolve, reject) => {
      signal?.addEventListener('abort', () => reject(signal.reason), { signal: finished.signal });
      for (let i = 0; i < Math.min(workers, Math.ceil(count / chunkSize)); i++) {
        const thread = new Worker(workerFile(), {
          workerData,
          resourceLimits: { maxYoungGenerationSizeMb: YOUNG_GENERATION_MB },
        });
        threads.push(thread);
        thread.on('message', (chunk: ChunkDone) => {
          onChunk(chunk);
          done += chunk.results.length;
          onProgress?.(done, count);
          if (done === count) resolve();
        });
        thread.on('error', (cause) => reject(workerFailed(String(cause), { cause })));
        // A thread that found no chunk left ends with 0 while others still work.
        thread.on('exit', (code) => code !== 0 && reject(workerFailed(`it ended with code ${code}`)));
      }
    });
  } finally {
    finished.abort();
    await Promise.all(threads.map((thread) => thread.terminate()));
  }
}

/** This package runs from TypeScript in the repository, and from JavaScript where it was installed. */
function workerFile(): URL {
  return new URL(import.meta.url.endsWith('.ts') ? './worker.ts' : './worker.js', import.meta.url);
}

function workerFailed(what: string, options?: ErrorOptions): ForecastingError {
  return new ForecastingError('worker_failed', `A forecasting thread failed: ${what}`, options);
}
