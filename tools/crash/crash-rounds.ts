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

/** How often a round is begun again because a phase was over before it could be hit. */
const TRIES = 4;
/** A phase may go by faster than it did undisturbed, so the moment is drawn from its first part. */
const DRAWN_SHARE = 0.8;

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
    const { hits, problems } = await oneRound(options, expected, () =>
      phases.map((phase) => ({ phase, afterMs: random() * DRAWN_SHARE * (durations.get(phase) ?? 200) })),
    );
    crashes += hits.length;
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

interface Moment {
  readonly phase: Phase;
  readonly afterMs: number;
}

/** Kills once in each phase, then compares; all of it again, at other moments, when a phase could not be hit. */
async function oneRound(
  options: CrashOptions,
  expected: Snapshot,
  draw: () => Moment[],
): Promise<{ hits: string[]; problems: string[] }> {
  let hits: string[] = [];
  for (let attempt = 1; attempt <= TRIES; attempt++) {
    const moments = draw();
    hits = [];
    const problems = await inTemporaryFolder(async (folder) => {
      for (const { phase, afterMs } of moments) {
        if (await crashIn(phase, afterMs, folder, options))
          hits.push(`${phase} after ${afterMs.toFixed(0)} ms`);
      }
      return recovered(folder, expected, options);
    });
    if (problems.length > 0 || hits.length === moments.length) return { hits, problems };
  }
  return { hits, problems: [`in ${TRIES} attempts a phase was always over before it could be hit`] };
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

/** Starts, waits for the phase, waits a little more, kills. False when the phase was over before. */
async function crashIn(
  phase: Phase,
  afterMs: number,
  folder: string,
  { root, args }: CrashOptions,
): Promise<boolean> {
  const platform = await startPlatform(root, folder, args);
  const watch = new PhaseWatch(folder);
  let ended = false;
  const end = (): void => {
    ended = true;
  };
  platform.ready.then(end, end);
  const isHit = await watch.reaches(phase, () => ended);
  if (isHit) await watch.stays(phase, afterMs);
  await watch.close();
  await platform.crash();
  return isHit;
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
