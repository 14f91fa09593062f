// `npm test`: installs everything that testing needs, then runs the checks and tests on our own Node.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { innerEnvironment, nodeBinary, root, setUp } from './setup.js';

await setUp('full');

const child = spawn(
  nodeBinary(root),
  ['--disable-warning=ExperimentalWarning', join(root, 'tools', 'test', 'main.ts'), ...process.argv.slice(2)],
  {
    stdio: 'inherit',
    env: innerEnvironment(),
  },
);
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
  process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => {
  process.exitCode = code ?? (signal ? 1 : 0);
});
