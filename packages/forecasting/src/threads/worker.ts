import { parentPort, workerData } from 'node:worker_threads';
import { backtestSeries } from '../panel/backtest-panel.ts';
import { forecastRange } from '../panel/forecast-panel.ts';
import type { ChunkDone, Job } from './job.ts';

/** Takes chunks until none is left. Which worker takes which one changes nothing: a series depends on itself alone. */
function work({ panel, plan, count, chunkSize, next, forecast }: Job): void {
  const counter = new Int32Array(next);
  for (;;) {
    const from = Atomics.add(counter, 0, chunkSize);
    if (from >= count) return;
    const to = Math.min(count, from + chunkSize);
    parentPort?.postMessage(forecast ? forecastChunk(from, to, forecast) : backtestChunk(from, to));
  }

  function forecastChunk(from: number, to: number, shared: NonNullable<Job['forecast']>): ChunkDone {
    const into = { ...shared, outcomes: [] };
    forecastRange(panel, plan, from, to, into);
    return { kind: 'forecast', from, results: into.outcomes.slice(from, to) };
  }

  function backtestChunk(from: number, to: number): ChunkDone {
    const results = [];
    for (let i = from; i < to; i++) results.push(backtestSeries(panel, plan, i));
    return { kind: 'backtest', from, results };
  }
}

work(workerData as Job);
