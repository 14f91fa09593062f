import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Phase, PhaseWatch, phases } from './phases.ts';
import { adminUrl, type Platform, startPlatform } from './platform.ts';
import { seededRandom } from './random.ts';
import { differences, type Snapshot, takeSnapshot } from './snapshot.ts';

export interface CrashOptions {
  readonly root: string;
  readonly rounds: number;
  readonly seed: number;
  /** A sales file with its column options; the shipped sample otherwise. */
  readonly args: readonly string[];
  readonly say: (line: string) => void;
}

/** How often a phase that went by before it was seen is tried again. */
const TRIES = 4;

/**
 * Each round is a platform of its own that is killed once in every phase and started again after each; then it must
 * hold what an undisturbed one holds. Answers with what went wrong.
 */
export async function crashRounds(options: CrashOptions): Promise<{ crashes: number; failures: string[] }> {
  const { rounds, seed, say } = options;
  const random = seededRandom(seed);
  const { expected, durations } = await undisturbed(options);
  say(
    `undisturbed: ${expected.counts.sale_rows} sales, ${expected.counts.published} published forecasts, ` +
      [...durations].map(([phase, ms]) => `${phase} ${ms.toFixed(0)} ms`).join(', '),
  );
  const failures: string[] = [];
  let crashes = 0;
  for (let round = 1; round <= rounds; round++) {
    const hits: string[] = [];
    const problems = await inTemporaryFolder(async (folder) => {
      for (const phase of phases) {
        const after = random() * (durations.get(phase) ?? 200);
        const hit = await crashIn(phase, after, folder, options);
        if (hit) hits.push(`${phase} after ${after.toFixed(0)} ms`);
        else hits.push(`${phase} MISSED`);
        crashes += hit ? 1 : 0;
      }
      return recovered(folder, expected, options);
    });
    if (hits.some((hit) => hit.endsWith('MISSED'))) problems.push(`a phase was over before it was seen`);
    say(
      `round ${round}: killed in ${hits.join(', ')}: ${problems.length === 0 ? 'nothing lost, nothing doubled' : 'FAILED'}`,
    );
    for (const problem of problems) {
      failures.push(`round ${round}: ${problem}`);
      say(`    ${problem}`);
    }
  }
  return { crashes, failures };
}

async function undisturbed(
  options: CrashOptions,
): Promise<{ expected: Snapshot; durations: Map<Phase, number> }> {
  return inTemporaryFolder(async (folder) => {
    const platform = await startPlatform(options.root, folder, options.args);
    const watch = new PhaseWatch(folder);
    try {
      await Promise.race([watch.reaches('over', () => false), platform.ready.then(() => sleep(1000))]);
      await platform.ready;
      return { expected: await takeSnapshot(adminUrl(folder)!), durations: watch.durations() };
    } finally {
      await watch.close();
      await platform.stop();
    }
  });
}

/** Starts, waits for the phase, waits a little more, kills. False when the phase could not be hit. */
async function crashIn(
  phase: Phase,
  afterMs: number,
  folder: string,
  { root, args }: CrashOptions,
): Promise<boolean> {
  for (let attempt = 1; attempt <= TRIES; attempt++) {
    const platform = await startPlatform(root, folder, args);
    const watch = new PhaseWatch(folder);
    let ended = false;
    platform.ready.then(
      () => {
        ended = true;
      },
      () => {
        ended = true;
      },
    );
    const seen = await watch.reaches(phase, () => ended);
    if (seen) await sleep(afterMs);
    await watch.close();
    await platform.crash();
    if (seen) return true;
    if (ended) return false;
  }
  return false;
}

/** Starts once more, and compares. */
async function recovered(
  folder: string,
  expected: Snapshot,
  { root, args }: CrashOptions,
): Promise<string[]> {
  const platform: Platform = await startPlatform(root, folder, args);
  const problems: string[] = [];
  try {
    await platform.ready;
    problems.push(...differences(expected, await takeSnapshot(adminUrl(folder)!)));
  } catch (error) {
    problems.push(String(error));
  }
  const { code, left } = await platform.stop();
  if (code !== 0) problems.push(`Ctrl-C ended with exit code ${code}`);
  if (left.length > 0) problems.push(`processes left running: ${left.join(', ')}`);
  return problems;
}

async function inTemporaryFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'shelfcast-crash-'));
  try {
    return await work(join(folder, 'data'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
