import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { ShelfcastError, startErrors } from '@shelfcast/domain';

/** Where the built dashboard lies, and the mark that says from which sources. */
export const builtIn = (root: string): string => join(root, 'apps', 'dashboard', 'dist');
const MARK = '.built-from';

/** Everything the built files depend on. */
const SOURCES = [
  'apps/dashboard/{src,public}/**/*',
  'apps/dashboard/{index.html,vite.config.ts,tsconfig.json,package.json}',
  'packages/contract/src/**/*.ts',
  'package-lock.json',
];

/** True when the dashboard has to be built: never built, or from other sources. */
export function isStale(root: string): boolean {
  const mark = join(builtIn(root), MARK);
  return !existsSync(mark) || readFileSync(mark, 'utf8') !== fingerprint(root);
}

/** Builds the dashboard when its sources have changed since. */
export async function buildDashboard(root: string, logs: string, signal: AbortSignal): Promise<void> {
  if (!isStale(root)) return;
  const log = join(logs, 'dashboard-build.log');
  const built = fingerprint(root);
  const output = await viteBuild(root, signal);
  if (output !== undefined) {
    writeFileSync(log, output);
    throw new ShelfcastError(startErrors.dashboard_build_failed, {
      detail: `The dashboard could not be built: ${firstError(output)}`,
      remedy: `See ${log}. In a clone that you have not changed: git status, then git pull, then npm start again.`,
    });
  }
  writeFileSync(join(builtIn(root), MARK), built);
}

/** What the sources are now: any change of them, and of the locked packages, changes it. */
export function fingerprint(root: string): string {
  const hash = createHash('sha256');
  const files = globSync(SOURCES, { cwd: root, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  for (const file of files)
    hash
      .update(`${file.slice(root.length)}\0`)
      .update(readFileSync(file))
      .update('\0');
  return hash.digest('hex');
}

/** Answers with what vite said when it failed. */
function viteBuild(root: string, signal: AbortSignal): Promise<string | undefined> {
  const dashboard = join(root, 'apps', 'dashboard');
  const vite = join(
    dirname(createRequire(join(dashboard, 'package.json')).resolve('vite/package.json')),
    'bin',
    'vite.js',
  );
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
      cwd: dashboard,
      detached: true,
      signal,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    const keep = (piece: Buffer): void => {
      output += piece;
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('error', reject);
    child.on('close', (code) => resolve(code === 0 ? undefined : output));
  });
}

function firstError(output: string): string {
  const lines = output
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return lines.find((line) => /error/i.test(line)) ?? lines.at(-1) ?? 'vite said nothing';
}
