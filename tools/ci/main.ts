// What CI runs beyond `npm test`: a stranger's first minutes in a fresh clone, and crashes. Ends with one total line.
import { join } from 'node:path';
import { crashRounds } from '../crash/crash-rounds.ts';
import { outerEnvironment } from '../setup/npm.js';
import { checkFreshClone } from './fresh-clone.ts';
import { npmTest } from './npm-test.ts';
import { newReport } from './report.ts';

const CRASH_ROUNDS = 2;

const root = join(import.meta.dirname, '..', '..');
const env = { ...outerEnvironment(process.env), CI: 'true' };
const say = (line: string): void => void process.stdout.write(`${line}\n`);
const report = newReport(say);

const { passed, failed } = await npmTest(root, env);
report.tally.passed(passed);
report.tally.failed(failed);

say('\nA fresh clone, with an empty npm cache');
await checkFreshClone(root, env, report);

say('\nkill -9 of everything, in the middle of its work');
await report.check('after a crash nothing is lost and nothing doubled', async () => {
  const { crashes, failures } = await crashRounds({
    root,
    rounds: CRASH_ROUNDS,
    seed: Date.now() % 2 ** 31,
    args: [],
    say,
  });
  if (failures.length > 0) throw new Error(failures.join('\n'));
  return `${crashes} crashes`;
});

say(`\n${report.tally.total()}`);
process.exitCode = report.tally.failures > 0 ? 1 : 0;
