import assert from 'node:assert/strict';
import { createReadStream, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Context, Experiment } from '../../shared/experiment.ts';
import type { MemoryPeak } from '../../shared/memory-watch.ts';
import { type RunningPlatform, startPlatform } from '../../shared/platform.ts';
import { megabytes, seconds } from '../../shared/result-table.ts';
import { type Followed, followImport, type ImportState } from './follow-import.ts';
import { type LedgerPrint, printLedger } from './ledger-print.ts';
import { type Written, writeTillFile } from './till-file.ts';
import { workerBytes, workerPid } from './worker-process.ts';

const ROWS = 30_000_000;
const SMALL_ROWS = 60_000;
const SEED = 20_261_122;

export const experiment: Experiment = {
  question:
    'How fast, and in how much memory, is a file of 2 GB looked through and loaded; and what does a killed worker leave?',
  async run(context) {
    const rows = context.options.rows ?? (context.small ? SMALL_ROWS : ROWS);
    const file = join(context.workFolder, 'till.csv');
    const started = performance.now();
    const written = await writeTillFile(file, { rows, receipts: context.options.receipts, seed: SEED });
    context.say(`${rows} rows written in ${seconds((performance.now() - started) / 1000)}`);
    const undisturbed = await load(context, file, rows, written);
    const killed = await loadKilled(context, file, rows, undisturbed);
    const table = [
      ['file', `${count(rows)} rows, ${megabytes(written.bytes)}`, ''],
      ['dry run', speed(rows, undisturbed.dryRun), seconds(undisturbed.dryRun.seconds)],
      ['dry run: the worker’s peak memory', '', megabytes(undisturbed.dryRunBytes)],
      [
        'import, confirmed to committed',
        speed(rows, undisturbed.loading),
        seconds(undisturbed.loading.seconds),
      ],
      [
        'import: share of bytes told − share of rows',
        `${undisturbed.loading.looks} looks, never back`,
        percent(undisturbed.loading.widestGap),
      ],
      [
        'peak memory of the largest process',
        `of ${undisturbed.memory.processes} at most`,
        megabytes(undisturbed.memory.largestBytes),
      ],
      ['peak memory (PSS)', 'all processes together', megabytes(undisturbed.memory.pssBytes)],
      ['worker killed by kill -9', killed.when, seconds(killed.seconds)],
      ['peak memory of the largest process', 'after the restart', megabytes(killed.memory.largestBytes)],
      [
        'ledger after it',
        `${count(killed.print.rows)} rows, ${killed.print.months.length} months of locations`,
        'the same',
      ],
    ];
    return { head: ['what', 'how much', 'result'], rows: table };
  },
};

interface Loaded {
  readonly dryRun: Followed;
  readonly dryRunBytes: number;
  readonly loading: Followed;
  readonly memory: MemoryPeak;
  readonly print: LedgerPrint;
}

/** Dry run, confirmation and load, undisturbed; held against what the generator says it wrote. */
function load(context: Context, file: string, rows: number, written: Written): Promise<Loaded> {
  return onPlatform(context, async (platform) => {
    const begun = await upload(platform, file, true);
    const dryRun = await followImport(platform, begun.import, rows);
    const dryRunBytes = workerBytes(platform.pid);
    context.say(`dry run: ${speed(rows, dryRun)}`);
    await platform.get(`/v1/imports/${begun.import}/confirm`, { method: 'POST' });
    const loading = await followImport(platform, begun.import, rows);
    context.say(`import: ${speed(rows, loading)}`);
    const print = await printLedger(platform.dataFolder, begun.import);
    const found = {
      rows: print.rows,
      units: print.units,
      pence: print.pence,
      faulty: loading.ended.rows_rejected,
    };
    const { faulty, units, pence } = written;
    assert.deepEqual(found, { rows: rows - faulty, units, pence, faulty });
    return { dryRun, dryRunBytes, loading, print };
  });
}

interface Killed {
  readonly when: string;
  readonly seconds: number;
  readonly print: LedgerPrint;
  readonly memory: MemoryPeak;
}

/** The same file on a new platform whose worker is killed once, at a random moment of loading. Throws where its ledger is another. */
function loadKilled(context: Context, file: string, rows: number, undisturbed: Loaded): Promise<Killed> {
  return onPlatform(context, async (platform) => {
    const share = Math.random();
    const afterMs = share * undisturbed.loading.seconds * 1000;
    const begun = await upload(platform, file, false);
    let loadingSince = Number.POSITIVE_INFINITY;
    let hit: ImportState | undefined;
    const followed = await followImport(platform, begun.import, rows, (now) => {
      if (now.state === 'loading') loadingSince = Math.min(loadingSince, performance.now());
      if (hit !== undefined || performance.now() - loadingSince < afterMs) return;
      const pid = workerPid(platform.pid);
      if (pid === undefined) return;
      process.kill(pid, 'SIGKILL');
      hit = now;
    });
    const print = await printLedger(platform.dataFolder, begun.import);
    assert.deepEqual(print, undisturbed.print);
    const when =
      hit === undefined
        ? 'it was done before its moment came'
        : `after row ${count(hit.rows_in)}, ${percent(share)} of the time`;
    context.say(`killed: ${when}`);
    return { when, seconds: followed.seconds, print };
  });
}

/** Starts a platform with a shop of one product, and removes it afterwards: two ledgers of the file need not fit on the disk. */
async function onPlatform<T>(
  context: Context,
  work: (platform: RunningPlatform) => Promise<T>,
): Promise<T & { memory: MemoryPeak }> {
  const first = join(context.workFolder, 'first.csv');
  const days = Array.from(
    { length: 28 },
    (_, i) => `2026-01-${String(i + 1).padStart(2, '0')},tea,${1 + (i % 7)}\n`,
  );
  writeFileSync(first, `date,product,units\n${days.join('')}`);
  const platform = await startPlatform(first, [], context.workFolder);
  let memory: MemoryPeak | undefined;
  try {
    const result = await work(platform);
    memory = await platform.stop();
    return { ...result, memory };
  } finally {
    if (memory === undefined) await platform.stop();
    rmSync(platform.dataFolder, { recursive: true, force: true });
  }
}

async function upload(platform: RunningPlatform, file: string, review: boolean): Promise<ImportState> {
  const answer = await platform.get(`/v1/imports?file_name=till.csv&review=${review}`, {
    method: 'POST',
    headers: { 'content-type': 'text/csv' },
    body: createReadStream(file) as unknown as ReadableStream,
    duplex: 'half',
  });
  return (await answer.json()) as ImportState;
}

const count = (number: number): string => number.toLocaleString('en-US');
const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;
const speed = (rows: number, { seconds: took }: Followed): string =>
  `${count(Math.round(rows / took))} rows/s`;
