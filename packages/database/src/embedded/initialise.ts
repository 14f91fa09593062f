import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { databaseErrors, ShelfcastError } from '@shelfcast/domain';
import type { Binaries } from './binaries.ts';
import { startFailure } from './failure.ts';
import { giveTo, type Unprivileged } from './unprivileged.ts';

/** Makes the cluster at `cluster` where there is none; it appears whole or not at all. */
export async function initialise(
  cluster: string,
  adminPassword: string,
  binaries: Binaries,
  how: Unprivileged,
): Promise<void> {
  if (existsSync(join(cluster, 'PG_VERSION'))) return checkVersion(cluster, binaries.major);
  const draft = `${cluster}.new`;
  const passwordFile = `${cluster}.password`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { mode: 0o700 });
  writeFileSync(passwordFile, adminPassword, { mode: 0o600 });
  giveTo(how.fileOwner, draft);
  giveTo(how.fileOwner, passwordFile);
  try {
    await run(how, binaries.initdb, [
      ...['--pgdata', draft, '--username', 'postgres', '--pwfile', passwordFile],
      // Byte order by code point is the same on every system; a sort a person sees names its own collation.
      ...[
        '--auth',
        'scram-sha-256',
        '--encoding',
        'UTF8',
        '--locale',
        'C.UTF-8',
        '--locale-provider',
        'builtin',
      ],
      ...['--builtin-locale', 'C.UTF-8', '--no-instructions'],
    ]);
    renameSync(draft, cluster);
  } finally {
    rmSync(passwordFile, { force: true });
    rmSync(draft, { recursive: true, force: true });
  }
}

function checkVersion(cluster: string, major: number): void {
  const found = readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim();
  if (found === String(major)) return;
  throw new ShelfcastError(databaseErrors.other_version, {
    detail: `The data folder ${cluster} was made by PostgreSQL ${found}; this Shelfcast brings PostgreSQL ${major}.`,
    remedy:
      `Start it with the Shelfcast it was made with and export your data, or move the folder away: ` +
      `the next start makes a new, empty one.`,
  });
}

function run(how: Unprivileged, program: string, args: readonly string[]): Promise<void> {
  const { file, args: all, options } = how.wrap(program, args);
  return new Promise((resolve, reject) => {
    // A session of its own: Ctrl-C must not leave half a cluster behind while we still tidy up.
    const child = spawn(file, all, { ...options, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    child.stdout?.on('data', (chunk) => (output += chunk));
    child.stderr?.on('data', (chunk) => (output += chunk));
    child.on('error', reject);
    child.on('close', (code) => (code === 0 ? resolve() : reject(startFailure('initdb', output))));
  });
}
