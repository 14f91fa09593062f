import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A project that has this package installed, as npm packs it. */
export interface InstalledPackage {
  /** The project. */
  readonly folder: string;
  /** The package within it. */
  readonly packageFolder: string;
  remove(): void;
}

/** Builds, packs and unpacks the package where `npm install` would put it. Nothing comes over the network. */
export function installPackage(): InstalledPackage {
  const folder = mkdtempSync(join(tmpdir(), 'forecasting-installed-'));
  const built = join(folder, 'built');
  const build = fileURLToPath(new URL('../../build.js', import.meta.url));
  execFileSync(process.execPath, [build, built]);
  const packed = execFileSync('npm', ['pack', '--silent', '--pack-destination', folder], {
    cwd: built,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  rmSync(built, { recursive: true });
  const packageFolder = join(folder, 'node_modules', '@shelfcast', 'forecasting');
  mkdirSync(packageFolder, { recursive: true });
  const tarball = join(folder, packed.toString().trim().split('\n').pop() as string);
  execFileSync('tar', ['-xzf', tarball, '-C', packageFolder, '--strip-components=1']);
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
  return { folder, packageFolder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
