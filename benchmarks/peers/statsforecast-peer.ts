import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Peer } from './peer.ts';

/**
 * statsforecast in a process of its own, one thread.
 *
 * @param python an interpreter with `requirements.txt` installed
 */
export function startStatsforecast(python: string): Peer {
  const script = fileURLToPath(new URL('serve.py', import.meta.url));
  const child = spawn(python, ['-W', 'ignore', script], { stdio: ['pipe', 'pipe', 'inherit'] });
  const exited = once(child, 'exit');
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    async forecast(model, season, horizon, series) {
      const values = series.map((one) => Array.from(one));
      child.stdin.write(`${JSON.stringify({ model, season, horizon, series: values })}\n`);
      const { value, done } = await lines.next();
      if (done) throw new Error(`${python} ended without an answer about ${model}`);
      return JSON.parse(value);
    },
    async stop() {
      child.stdin.end();
      await exited;
    },
  };
}
