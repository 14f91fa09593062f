// What .ci/run calls: any Node from 20 on comes in here; the checks run on the Node 24 that is installed.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { innerEnvironment, nodeBinary, root, setUp } from './setup.js';

// Without an installation there is nothing to count: that is one failure, in the form that scripts read.
const sayFailed = () => process.stdout.write('\n0 passed, 1 failed\n');
process.once('exit', sayFailed);
await setUp('full');
process.off('exit', sayFailed);

const main = join(root, 'tools', 'ci', 'main.ts');
const child = spawn(nodeBinary(root), ['--disable-warning=ExperimentalWarning', main], {
  stdio: 'inherit',
  env: innerEnvironment(),
});
child.on('exit', (code, signal) => {
  if (signal) process.stdout.write(`\n(ended by ${signal})\n0 passed, 1 failed\n`);
  process.exitCode = code ?? 1;
});
