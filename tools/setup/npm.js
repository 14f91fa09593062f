// Runs npm for us, and turns its failures into something to act on.
import { spawn } from 'node:child_process';
import { delimiter } from 'node:path';

const CAUSES = [
  [
    /\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ERR_SOCKET_TIMEOUT)\b/,
    'The package registry could not be reached.',
    'Check the network (and the proxy settings: npm config list), then try again.',
  ],
  [/\bENOSPC\b/, 'The disk is full.', 'Free about 1 GB, then try again.'],
  [
    /\b(EACCES|EPERM|EROFS)\b/,
    'A folder may not be written.',
    "Make this folder and npm's cache (npm config get cache) belong to you, then try again.",
  ],
  [
    /\bEINTEGRITY\b/,
    'A package did not arrive as it was published.',
    'Run: npm cache clean --force, then try again.',
  ],
  [
    /are in sync|EUSAGE/,
    'package.json and package-lock.json disagree.',
    'Run: npm install, look at what it changed, then try again.',
  ],
  [
    /\b(E401|E403|E404)\b/,
    'The package registry refused a package.',
    'Check which registry is set (npm config get registry), then try again.',
  ],
];

/** @param {string} output @returns {{ happened: string, remedy: string }} what npm's words mean */
export function explain(output) {
  for (const [pattern, happened, remedy] of CAUSES) {
    if (pattern.test(output)) return { happened, remedy };
  }
  return { happened: 'npm failed.', remedy: 'Its own words stand above; the log it names has the rest.' };
}

/**
 * The environment for an npm that is started from within an npm script: what belongs to that script is
 * taken out, and so are our own binaries, because the installation replaces them.
 * @param {NodeJS.ProcessEnv} environment
 */
export function outerEnvironment(environment) {
  const outer = { ...environment };
  for (const name of Object.keys(outer)) {
    if (/^npm_(package|lifecycle|command|config_local_prefix)/.test(name)) delete outer[name];
  }
  outer.PATH = (outer.PATH ?? '')
    .split(delimiter)
    .filter((folder) => !/node_modules[/\\]\.bin[/\\]?$|node-gyp-bin[/\\]?$/.test(folder))
    .join(delimiter);
  return outer;
}

/**
 * Runs a program with its output shown, and kept too.
 * @param {string} command @param {string[]} args @param {{ cwd: string, env: NodeJS.ProcessEnv }} options
 * @returns {Promise<{ code: number, output: string }>}
 */
export function runShown(command, args, { cwd, env }) {
  return new Promise((resolve) => {
    let output = '';
    const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (piece) => {
        output = (output + piece).slice(-20_000);
        process.stderr.write(piece);
      });
    }
    child.on('error', (error) => resolve({ code: 127, output: String(error) }));
    child.on('close', (code, signal) => resolve({ code: code ?? (signal ? 130 : 1), output }));
  });
}
