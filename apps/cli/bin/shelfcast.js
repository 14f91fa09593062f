#!/usr/bin/env node
// Plain JavaScript on purpose: whatever Node ≥ 20 the user has can run this file. The sources are
// TypeScript, which Node runs directly from 24 on; an older one hands over to the Node 24 in node_modules.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { constants } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const OLDEST_THAT_RUNS_TYPESCRIPT = 24;
const main = fileURLToPath(new URL('../src/main.ts', import.meta.url));

if (Number(process.versions.node.split('.')[0]) >= OLDEST_THAT_RUNS_TYPESCRIPT) {
  // main.ts reads its arguments from argv[2] on, which is the same place in both ways of starting it.
  await import(main);
} else {
  handOver(newerNode());
}

/** The binary of the npm package `node`, or undefined where it isn't installed. */
function newerNode() {
  try {
    const folder = dirname(createRequire(import.meta.url).resolve('node/package.json'));
    const binary = join(folder, 'bin', 'node');
    return existsSync(binary) ? binary : undefined;
  } catch {
    return undefined;
  }
}

/** Runs main.ts under `binary` as if it were this process: same streams, arguments, signals and exit code. */
function handOver(binary) {
  if (binary === undefined) {
    console.error(
      `This is Node ${process.versions.node}; Shelfcast needs Node 24, which \`npm ci\` installs beside it.`,
    );
    console.error('What to do: run `npm ci` in the folder of this clone, then the same command again.');
    process.exit(1);
  }
  const child = spawn(binary, [main, ...process.argv.slice(2)], { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      // A terminal's Ctrl-C reaches the child by itself; a second one would mean "at once".
      if (signal === 'SIGINT' && process.stdin.isTTY) return;
      child.kill(signal);
    });
  }
  child.on('error', (error) => {
    console.error(`Node 24 at ${binary} can't be started: ${error.message}`);
    console.error('What to do: run `npm ci` again in the folder of this clone.');
    process.exit(1);
  });
  child.on('exit', (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 0)));
}
