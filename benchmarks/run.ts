import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Context } from './shared/experiment.ts';
import { experiments } from './shared/experiments.ts';
import { markdown } from './shared/result-table.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  allowNegative: true,
  options: {
    data: { type: 'string' },
    small: { type: 'boolean', default: false },
    python: { type: 'string' },
    model: { type: 'string', multiple: true },
    series: { type: 'string' },
    rows: { type: 'string' },
    receipts: { type: 'boolean', default: true },
    windows: { type: 'string' },
    peers: { type: 'string' },
    save: { type: 'string' },
  },
});
const [name] = positionals;
const load = name === undefined ? undefined : experiments[name];
if (load === undefined) {
  console.error(`Usage: npx node benchmarks/run.ts <experiment> [--data FOLDER] [--small]

--data    the folder that holds the data sets, ./m5 and ./freshretail (or SHELFCAST_BENCHMARK_DATA)
--python  an interpreter with benchmarks/peers/requirements.txt (or SHELFCAST_BENCHMARK_PYTHON), for comparisons with statsforecast
--model   only this model (may be repeated), and --series only so many series, where an experiment has them
--rows    so many rows of a made-up file, and --no-receipts one whose till numbers no receipts
--windows a folder to write histories to, for benchmarks/peers/peers.py; --peers the folder that it wrote forecasts to
--save    a file for the table as JSON, from which the charts of docs/accuracy.md are drawn
--small   on made-up data, in seconds: does it still run?

Experiments: ${Object.keys(experiments).join(', ')}`);
  process.exit(2);
}

const workFolder = mkdtempSync(join(tmpdir(), 'shelfcast-benchmark-'));
process.once('exit', () => rmSync(workFolder, { recursive: true, force: true }));
process.once('SIGINT', () => process.exit(130));
const context: Context = {
  workFolder,
  small: values.small,
  options: {
    python: values.small ? undefined : (values.python ?? process.env.SHELFCAST_BENCHMARK_PYTHON),
    models: values.model ?? [],
    series: values.series === undefined ? undefined : Number(values.series),
    rows: values.rows === undefined ? undefined : Number(values.rows),
    receipts: values.receipts,
    windows: values.windows,
    peers: values.peers,
  },
  say: (line) => console.error(line),
  dataFolder: (set) => {
    const root = values.data ?? process.env.SHELFCAST_BENCHMARK_DATA;
    const folder = root && join(root, set);
    if (folder && existsSync(folder)) return folder;
    console.error(
      `The data set ${set} is not part of this repository${folder ? `, and ${folder} doesn’t exist` : ''}.`,
    );
    console.error(
      'What to do: see benchmarks/README.md for where to get it, and name the folder that holds it with --data. Or try --small.',
    );
    process.exit(3);
  },
};
const { experiment } = await load();
console.error(`${name}: ${experiment.question}`);
const table = await experiment.run(context);
const [processor] = cpus();
// What else ran on the machine belongs to the result.
const circumstances = `${new Date().toISOString().slice(0, 10)}, ${availableParallelism()} × ${processor?.model.trim() ?? 'unknown processor'}, Node ${process.versions.node}, load average ${loadavg()[0].toFixed(1)}`;
console.log(`${circumstances}\n`);
console.log(markdown(table));
if (values.save) writeFileSync(values.save, `${JSON.stringify({ circumstances, ...table }, null, 1)}\n`);
