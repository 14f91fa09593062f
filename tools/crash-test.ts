// Kills the whole platform, PostgreSQL included, with kill -9 in the middle of an import, a forecast and a publish, and
// holds what is there after a restart against an undisturbed platform:
//   node tools/crash-test.ts --rounds 10 [--seed 1] [-- my-sales.csv --date …]
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { crashRounds } from './crash/crash-rounds.ts';

const { values, positionals } = parseArgs({
  options: { rounds: { type: 'string', default: '10' }, seed: { type: 'string', default: '1' } },
  allowPositionals: true,
});
const { crashes, failures } = await crashRounds({
  root: join(import.meta.dirname, '..'),
  rounds: Number(values.rounds),
  seed: Number(values.seed),
  args: positionals,
  say: (line) => void process.stdout.write(`${line}\n`),
});
process.stdout.write(`${crashes} crashes, ${failures.length} failures\n`);
process.exitCode = failures.length > 0 ? 1 : 0;
