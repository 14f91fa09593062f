import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Report } from './report.ts';
import { npmStart, type Started } from './started.ts';
import { useAsStranger } from './use.ts';

const MOST_INSTALLED_MB = 600;

/** What a stranger does first: clone, `npm start`, sign in, look, stop, start again. With an empty npm cache. */
export async function checkFreshClone(
  root: string,
  outer: NodeJS.ProcessEnv,
  { check }: Report,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'shelfcast-fresh-'));
  const clone = join(folder, 'clone');
  const env = { ...outer, npm_config_cache: join(folder, 'npm-cache') };
  const port = ['--port', String(await freePort())];
  try {
    const cloned = await check('a clone can be made', () => {
      execFileSync('git', ['-c', 'safe.directory=*', 'clone', '--quiet', '--no-hardlinks', root, clone]);
      return undefined;
    });
    if (!cloned) return;
    await round('the first npm start, installation included', clone, env, port, { check }, true);
    await check(`the default installation takes at most ${MOST_INSTALLED_MB} MB`, () => installedSize(clone));
    await round('the second npm start', clone, env, port, { check });
    rmSync(join(clone, '.shelfcast'), { recursive: true, force: true });
    rmSync(join(clone, 'apps', 'dashboard', 'dist'), { recursive: true, force: true });
    await round('npm start from installed dependencies, nothing built, no data', clone, env, port, { check });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function round(
  name: string,
  clone: string,
  env: NodeJS.ProcessEnv,
  args: readonly string[],
  { check }: Pick<Report, 'check'>,
  withUse = false,
): Promise<void> {
  let started: Started | undefined;
  await check(`${name} gets ready`, async () => {
    started = await npmStart(clone, env, args);
    return `after ${started.seconds.toFixed(1)} s`;
  });
  if (!started) return;
  const running = started;
  if (withUse) await useAsStranger(running, { check });
  await check(`${name}: Ctrl-C stops everything it started`, async () => {
    const { code, left } = await running.stop();
    if (code !== 0) throw new Error(`npm start ended with exit code ${code}.`);
    if (left.length > 0) throw new Error(`These processes still run: ${left.join(', ')}.`);
    return undefined;
  });
}

function installedSize(clone: string): string {
  const megabytes = Number(
    execFileSync('du', ['-sm', 'node_modules'], { cwd: clone, encoding: 'utf8' }).split('\t')[0],
  );
  if (megabytes > MOST_INSTALLED_MB) throw new Error(`node_modules takes ${megabytes} MB.`);
  return `${megabytes} MB`;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}
