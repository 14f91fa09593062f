// `node tools/fuzz-files.ts --files 10000 --seed 1`: reads hostile files made from real ones, and says which of them do what
// none may do. Ends with 1 where one does. `--kind parquet` makes them of Parquet files alone.
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { runFuzz } from '../packages/sources/src/testing/fuzz/run-fuzz.ts';

const { values } = parseArgs({
  options: {
    files: { type: 'string', default: '10000' },
    seed: { type: 'string', default: '1' },
    kind: { type: 'string' },
  },
});
const files = Number(values.files);
const seed = Number(values.seed);
const say = (line: string): void => void process.stdout.write(`${line}\n`);

const started = performance.now();
say(`Reading ${files} hostile files, from seed ${seed} on`);
const report = await runFuzz({
  files,
  seed,
  kind: values.kind === 'parquet' || values.kind === 'text' ? values.kind : undefined,
  readers: availableParallelism(),
  onFailure: ({ recipe, message }) => say(`\n✖ ${JSON.stringify(recipe)}\n${message}`),
  onProgress: (done) => {
    if (done % 1_000 === 0) say(`  ${done}  ${((performance.now() - started) / 1000).toFixed(0)} s`);
  },
});
for (const [outcome, count] of [...report.outcomes].sort(([, a], [, b]) => b - a))
  say(`${String(count).padStart(8)}  ${outcome}`);
say(
  `${report.rows} rows accounted for; the slowest file took ${(report.slowest.millis / 1000).toFixed(1)} s (seed ${report.slowest.seed}), ` +
    `most memory ${Math.round(report.mostResidentBytes / 2 ** 20)} MB, ${((performance.now() - started) / 1000).toFixed(0)} s in all, ${(report.processorMillis / 1000).toFixed(0)} s of them of the processor`,
);
process.exitCode = report.failures.length > 0 ? 1 : 0;
