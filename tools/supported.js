// First of all, in a process of its own: on Windows the rest of the npm script (`exec`, so that a signal to npm reaches
// us and not a shell) means nothing, and the user must still hear what to use instead.
import { whyUnsupported } from './setup/machine.js';

const unsupported = whyUnsupported();
if (unsupported) {
  process.stderr.write(`\nShelfcast cannot start.\n${unsupported}\n`);
  process.exitCode = 1;
}
