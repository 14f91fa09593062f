// `npm start`: any Node from 20 on comes in here; the product runs on the Node 24 that is installed with it.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { innerEnvironment, nodeBinary, root, setUp } from './setup.js';

await setUp('prod');

const main = join(root, 'apps', 'cli', 'src', 'main.ts');
// The channel tells the child when we are gone, whatever ended us.
const child = spawn(
  nodeBinary(root),
  ['--disable-warning=ExperimentalWarning', main, 'start', ...process.argv.slice(2)],
  {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: innerEnvironment(),
  },
);
// A terminal sends Ctrl-C to both of us and npm sends it once more; the child takes these together as one.
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
  process.on(signal, () => child.kill(signal));
// npm was killed outright: nobody is left who could ask us to stop.
const npm = process.ppid;
if (process.env.npm_lifecycle_event) {
  setInterval(() => {
    if (process.ppid !== npm) child.kill('SIGTERM');
  }, 1000).unref();
}
child.on('error', (error) => {
  process.stderr.write(`Shelfcast cannot start: ${error.message}\nDelete node_modules and try again.\n`);
  process.exitCode = 1;
});
child.on('exit', (code, signal) => {
  process.exitCode = code ?? (signal ? 1 : 0);
});
