import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { type MemoryPeak, watchMemory } from './memory-watch.ts';

export interface Measured extends MemoryPeak {
  readonly seconds: number;
  readonly stdout: string;
}

const binary = fileURLToPath(new URL('../../apps/cli/bin/shelfcast.js', import.meta.url));

/** Runs `shelfcast …` as a user does, and measures it from outside: wall-clock time, and memory over all its processes. */
export function measureShelfcast(args: readonly string[]): Promise<Measured> {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const child = spawn(process.execPath, [binary, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
    const memory = watchMemory(child.pid!);
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (text: Buffer) => {
      stdout += text;
    });
    child.stderr.on('data', (text: Buffer) => {
      stderr += text;
    });
    child.on('error', reject);
    child.on('close', (code) => {
      const peak = memory.stop();
      if (code === 0) resolve({ ...peak, seconds: (performance.now() - started) / 1000, stdout });
      else reject(new Error(`shelfcast ${args.join(' ')} ended with ${code}:\n${stderr}`));
    });
  });
}
