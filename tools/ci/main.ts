// What CI runs beyond `npm test`: a stranger's first minutes in a fresh clone, crashes, and hostile files. Ends with one total line.
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { runFuzz } from '../../packages/sources/src/testing/fuzz/run-fuzz.ts';
import { crashRounds } from '../crash/crash-rounds.ts';
import { outerEnvironment } from '../setup/npm.js';
import { checkFreshClone } from './fresh-clone.ts';
import { npmTest } from './npm-test.ts';
import { newReport } from './report.ts';

const CRASH_ROUNDS = 2;
/** Three and a half minutes on two cores; `node tools/fuzz-files.ts` reads ten thousand. Another seed each time, said where a file fails. */
const HOSTILE_FILES = 3_000;

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

say('\nHostile files, made from real ones');
await report.check('each is refused by name, or every row of it is accounted for', async () => {
  const { failures, outcomes, rows } = await runFuzz({
    files: HOSTILE_FILES,
    seed: Date.now() % 2 ** 31,
    readers: availableParallelism(),
  });
  if (failures.length > 0)
    throw new Error(
      failures.map(({ recipe, message }) => `${JSON.stringify(recipe)}\n${message}`).join('\n\n'),
    );
  return `${outcomes.get('read') ?? 0} of ${HOSTILE_FILES} were read, ${rows} rows`;
});

say(`\n${report.tally.total()}`);
process.exitCode = report.tally.failures > 0 ? 1 : 0;
