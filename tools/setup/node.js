// The npm package `node` fetches the Node 24 of this platform by an install script. npm may be told not to run
// scripts (and npm 12 asks first), so we look, and run it ourselves.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
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

/**
 * Does what the install script would have done. Returns what is still wrong, if anything.
 * @param {string} root @returns {Promise<string | undefined>}
 */
export async function finishNode(root) {
  if (nodeRuns(root)) return undefined;
  const script = join(root, 'node_modules', 'node', 'installArchSpecificPackage.js');
  const env = { ...outerEnvironment(process.env), npm_config_loglevel: 'error' };
  const { code } = await runShown(process.execPath, [script], { cwd: dirname(script), env });
  if (code === 0 && nodeRuns(root)) return undefined;
  return (
    'The Node 24 that Shelfcast runs on could not be installed.\n' +
    'Allow npm to run install scripts (npm config set ignore-scripts false), delete node_modules and try again.'
  );
}
