import { spawn } from 'node:child_process';
import { once } from 'node:events';

const TOTAL = /^(\d+) passed, (\d+) failed$/gm;

/** `npm test` as a user runs it, its output shown; answers with its total. */
export async function npmTest(
  root: string,
  env: NodeJS.ProcessEnv,
): Promise<{ passed: number; failed: number }> {
  const child = spawn('npm', ['test'], { cwd: root, env, stdio: ['ignore', 'pipe', 'inherit'] });
  let tail = '';
  child.stdout.on('data', (piece: Buffer) => {
    process.stdout.write(piece);
    tail = (tail + piece).slice(-2_000);
  });
  const [code] = (await once(child, 'close')) as [number | null];
  const total = [...tail.matchAll(TOTAL)].at(-1);
  // Without a total it broke on the way: that is a failure of its own.
  if (!total) return { passed: 0, failed: 1 };
  const failed = Number(total[2]);
  return { passed: Number(total[1]), failed: code !== 0 && failed === 0 ? 1 : failed };
}
