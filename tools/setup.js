// Installs what is missing, once, and says so; does nothing and says nothing when all is there.
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { missingFrom } from './setup/installed.js';
import { whyUnsupported } from './setup/machine.js';
import { finishNode, nodeRuns } from './setup/node.js';
import { explain, outerEnvironment, runShown } from './setup/npm.js';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
export { nodeBinary } from './setup/node.js';

/** @param {string} text */
function giveUp(text) {
  process.stderr.write(`\nShelfcast cannot start.\n${text}\n`);
  process.exit(1);
}

/**
 * Makes node_modules right for `mode`; ends the process with a message when it can't.
 * @param {'prod' | 'full'} mode
 */
export async function setUp(mode) {
  const unsupported = whyUnsupported();
  if (unsupported) giveUp(unsupported);
  const missing = missingFrom(root, mode);
  if (missing !== 'nothing') await install(mode, missing);
  const wrong = await finishNode(root);
  if (wrong) giveUp(wrong);
}

/** @param {'prod' | 'full'} mode @param {'everything' | 'some packages'} missing */
async function install(mode, missing) {
  const why = missing === 'everything' ? 'once' : 'because what is installed is not what this version needs';
  process.stderr.write(
    `Installing what Shelfcast needs (${mode === 'prod' ? '450' : '550'} MB, ${why}); this takes a minute or two.\n`,
  );
  const env = outerEnvironment(process.env);
  if (spawnSync('npm', ['--version'], { env }).status !== 0)
    giveUp('npm was not found.\nInstall Node from https://nodejs.org (npm comes with it) and try again.');
  const started = performance.now();
  const omit = mode === 'prod' ? ['--omit=dev'] : ['--include=dev'];
  const { code, output } = await runShown(
    'npm',
    ['ci', ...omit, '--include=optional', '--loglevel=error', '--no-audit', '--no-fund'],
    { cwd: root, env },
  );
  // npm fails as a whole when only the script of `node` could not run: what is still wrong is found afterwards.
  if (code !== 0 && !(missingFrom(root, mode) === 'nothing' && nodeRuns(root))) {
    const { happened, remedy } = explain(output);
    giveUp(`${happened}\n${remedy}`);
  }
  process.stderr.write(`Installed in ${Math.round((performance.now() - started) / 1000)} s.\n`);
}

/** The environment of everything we start: our own Node and tools first. @returns {NodeJS.ProcessEnv} */
export function innerEnvironment() {
  const bin = join(root, 'node_modules', '.bin');
  return { ...process.env, PATH: `${bin}:${process.env.PATH ?? ''}` };
}
