import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import type { Examined } from './child.ts';
import { type Recipe, recipeFrom } from './make-file.ts';
import { type SeedFile, seedFiles } from './seeds.ts';

export interface FuzzOptions {
  readonly files: number;
  readonly seed: number;
  /** Made from these alone; from all where it is left out. */
  readonly kind?: SeedFile['kind'];
  /** Processes that read at the same time. */
  readonly readers?: number;
  readonly onProgress?: (done: number) => void;
  /** Called at once, as a long run may be cut off. */
  readonly onFailure?: (failure: FuzzFailure) => void;
}

export interface FuzzFailure {
  /** The shortest recipe found that fails. */
  readonly recipe: Recipe;
  readonly message: string;
}

export interface FuzzReport {
  readonly files: number;
  /** Files by what became of them: `read`, or the code that refused them. */
  readonly outcomes: ReadonlyMap<string, number>;
  readonly rows: number;
  readonly slowest: { readonly seed: number; readonly millis: number };
  readonly mostResidentBytes: number;
  /** Without what DuckDB took in processes of its own. */
  readonly processorMillis: number;
  readonly failures: readonly FuzzFailure[];
}

/** A file that is silent for so long hangs, on the busiest machine: the slowest of ten thousand takes two seconds of a processor. */
const HANGS_AFTER_MILLISECONDS = 120_000;
/** Of the processor, for reading a file of a megabyte or two four times over. */
const MOST_PROCESSOR_MILLISECONDS = 15_000;
/** Of a process that reads small files; DuckDB may take 384 MB of it. */
const MOST_RESIDENT_BYTES = 1.5 * 2 ** 30;
/** A report of more would be read by nobody. */
const MOST_FAILURES = 20;

/** Examines `files` hostile files, each made from a seed: `seed`, `seed + 1`, … */
export async function runFuzz({
  files,
  seed,
  kind,
  readers = 1,
  onProgress,
  onFailure,
}: FuzzOptions): Promise<FuzzReport> {
  const seeds = (await seedFiles()).filter((one) => kind === undefined || one.kind === kind);
  const outcomes = new Map<string, number>();
  const failures: FuzzFailure[] = [];
  let [taken, done, rows, mostResidentBytes, processor] = [0, 0, 0, 0, 0];
  let slowest = { seed, millis: 0 };

  const read = async () => {
    await using reader = newReader();
    while (taken < files && failures.length < MOST_FAILURES) {
      const recipe = recipeFrom(seed + taken++, seeds);
      const { outcome, failure, millis, processorMillis, residentBytes } = await reader.examine(recipe);
      processor += processorMillis;
      if (failure !== undefined) {
        const shortest = await minimised({ recipe, message: failure }, (smaller) => reader.examine(smaller));
        failures.push(shortest);
        onFailure?.(shortest);
      }
      const what = outcome === undefined ? 'failed' : 'refused' in outcome ? outcome.refused : 'read';
      outcomes.set(what, (outcomes.get(what) ?? 0) + 1);
      if (outcome && 'rows' in outcome) rows += outcome.rows;
      if (millis > slowest.millis) slowest = { seed: recipe.seed, millis };
      mostResidentBytes = Math.max(mostResidentBytes, residentBytes);
      done++;
      onProgress?.(done);
    }
  };
  await Promise.all(Array.from({ length: readers }, read));
  return { files: done, outcomes, rows, slowest, mostResidentBytes, processorMillis: processor, failures };
}

/** Leaves out steps as long as what is left still fails. */
async function minimised(
  failure: FuzzFailure,
  examine: (recipe: Recipe) => Promise<Examined>,
): Promise<FuzzFailure> {
  let best = failure;
  for (let smaller = true; smaller; ) {
    smaller = false;
    for (const steps of ['bytes', 'text'] as const)
      for (let i = best.recipe[steps].length - 1; i >= 0; i--) {
        const recipe = { ...best.recipe, [steps]: best.recipe[steps].toSpliced(i, 1) };
        const { failure: message } = await examine(recipe);
        if (message === undefined) continue;
        best = { recipe, message };
        smaller = true;
      }
  }
  return best;
}

/** A child that examines files; where one kills it, or takes too long or too much, the next gets a new child. */
function newReader() {
  let child: ChildProcess | undefined;
  const started = async (): Promise<ChildProcess> => {
    if (child?.connected) return child;
    child = fork(new URL('child.ts', import.meta.url), {
      execArgv: ['--disable-warning=ExperimentalWarning', '--max-old-space-size=1024'],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    await once(child, 'message');
    return child;
  };
  return {
    async examine(recipe: Recipe): Promise<Examined> {
      const own = await started();
      const answer = new AbortController();
      const timer = setTimeout(() => own.kill('SIGKILL'), HANGS_AFTER_MILLISECONDS);
      const began = performance.now();
      try {
        own.send(recipe);
        const first = await Promise.race([
          once(own, 'message', { signal: answer.signal }),
          once(own, 'exit', { signal: answer.signal }).then(([code, signal]) => ({ code, signal })),
        ]);
        const millis = performance.now() - began;
        if (!Array.isArray(first)) {
          const message =
            millis >= HANGS_AFTER_MILLISECONDS
              ? `It was still reading after ${HANGS_AFTER_MILLISECONDS / 1000} s.`
              : `The process ended: ${first.signal ?? first.code}.`;
          return { seed: recipe.seed, failure: message, millis, processorMillis: 0, residentBytes: 0 };
        }
        const examined = first[0] as Examined;
        if (examined.failure) return examined;
        if (examined.processorMillis > MOST_PROCESSOR_MILLISECONDS)
          return {
            ...examined,
            failure: `It took ${Math.round(examined.processorMillis / 1000)} s of the processor.`,
          };
        if (examined.residentBytes <= MOST_RESIDENT_BYTES) return examined;
        own.kill('SIGKILL');
        await once(own, 'exit');
        return { ...examined, failure: `It took ${Math.round(examined.residentBytes / 2 ** 20)} MB.` };
      } finally {
        clearTimeout(timer);
        answer.abort();
      }
    },
    async [Symbol.asyncDispose]() {
      if (!child?.connected) return;
      const ended = once(child, 'exit');
      child.disconnect();
      await ended;
    },
  };
}
