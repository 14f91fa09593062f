import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type MemoryPeak, watchMemory } from './memory-watch.ts';

/** Longer than anything here should ever take, so that a hanging platform ends the experiment. */
const PATIENCE_MS = 30 * 60_000;
const binary = fileURLToPath(new URL('../../apps/cli/bin/shelfcast.js', import.meta.url));

export interface RunningPlatform {
  /** From the start of the first process until forecasts could be looked at. */
  readonly readySeconds: number;
  /** Of `shelfcast start`, whose children are all the others. */
  readonly pid: number;
  readonly dataFolder: string;
  /** `GET /v1/…` with the demo key, or what `init` says. */
  get(path: string, init?: RequestInit): Promise<Response>;
  /** Stops all its processes; answers with the most memory that they had together. */
  stop(): Promise<MemoryPeak>;
}

/**
 * The whole platform on this machine, PostgreSQL included, in a folder of its own: `shelfcast start FILE` uploads the file through the
 * API, imports it and forecasts it. Resolves when the forecasts are published.
 */
export async function startPlatform(
  file: string,
  columns: readonly string[],
  folder: string,
): Promise<RunningPlatform> {
  const started = performance.now();
  const port = await freePort();
  const dataFolder = join(folder, 'platform');
  const args = [binary, 'start', file, ...columns, '--data', dataFolder, '--port', String(port)];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  const memory = watchMemory(child.pid!, 500);
  const ended = new Promise<void>((resolve) => child.on('close', () => resolve()));
  const kill = () => void child.kill();
  process.once('exit', kill);
  let said = '';
  const key = await new Promise<string>((resolve, reject) => {
    const failed = (why: string) => reject(new Error(`The platform ${why}:\n${said}`));
    const patience = setTimeout(() => failed('took too long'), PATIENCE_MS);
    const listen = (text: Buffer) => {
      said += text;
      const found = /Ready: [\s\S]*Bearer (\S+?)'/.exec(said);
      if (found === null) return;
      clearTimeout(patience);
      resolve(found[1]);
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.on('close', (code) => failed(`ended with ${code}`));
  });
  const readySeconds = (performance.now() - started) / 1000;
  return {
    readySeconds,
    pid: child.pid!,
    dataFolder,
    get: async (path, init) => {
      const response = await fetch(`http://127.0.0.1:${port}${path}`, {
        ...init,
        headers: { authorization: `Bearer ${key}`, ...init?.headers },
      });
      if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
      return response;
    },
    stop: async () => {
      const peak = memory.stop();
      child.kill('SIGTERM');
      await ended;
      process.off('exit', kill);
      return peak;
    },
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
