// Examines files as they are asked for by seed, one message each: a process of its own, because what a hostile file may do to
// it (crash, hang, take memory) is what is looked for.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { examine, type Outcome } from './examine.ts';
import { makeFile, type Recipe } from './make-file.ts';
import { seedFiles } from './seeds.ts';

/** What the child answers of one file. */
export interface Examined {
  readonly seed: number;
  readonly outcome?: Outcome;
  readonly failure?: string;
  readonly millis: number;
  readonly processorMillis: number;
  readonly residentBytes: number;
}

const folder = mkdtempSync(join(tmpdir(), 'shelfcast-fuzz-'));
const path = join(folder, 'upload');
const seeds = await seedFiles();
process.on('disconnect', () => {
  rmSync(folder, { recursive: true, force: true });
  process.exit();
});
// A rejection that nobody awaits would end the API; here it is a failure of the file at hand.
const stray: unknown[] = [];
process.on('unhandledRejection', (error) => stray.push(error));

process.on('message', async (recipe: Recipe) => {
  const started = performance.now();
  const before = process.cpuUsage();
  let found: Pick<Examined, 'outcome' | 'failure'>;
  try {
    writeFileSync(path, makeFile(recipe, seeds));
    found = { outcome: await examine(path, recipe.seed) };
    await new Promise(setImmediate);
    if (stray.length > 0) throw stray[0];
  } catch (error) {
    stray.length = 0;
    found = { failure: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
  const { rss: residentBytes } = process.memoryUsage();
  const { user, system } = process.cpuUsage(before);
  process.send!({
    seed: recipe.seed,
    ...found,
    millis: performance.now() - started,
    processorMillis: (user + system) / 1000,
    residentBytes,
  });
});
process.send!('ready');
