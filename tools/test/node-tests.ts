import { globSync } from 'node:fs';
import { relative } from 'node:path';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import type { Tally } from './tally.ts';

/** A file that hangs must not hang the rest: the slowest takes a minute on two slow cores. */
const FILE_TIMEOUT_MS = 5 * 60_000;

/** All tests below packages, apps, tools and benchmarks; browser tests only where there is a browser. */
export function findTests(root: string, only: readonly string[], withBrowser: boolean): string[] {
  return globSync('{packages,apps,tools,benchmarks}/**/*.test.{ts,tsx}', {
    cwd: root,
    exclude: (name) => /(^|\/)(node_modules|dist)$/.test(name),
  })
    .filter((path) => withBrowser || !isBrowserTest(path))
    .filter((path) => only.length === 0 || only.some((part) => path.includes(part)))
    .sort();
}

export function isBrowserTest(path: string): boolean {
  return /\.browser\.test\.tsx?$/.test(path);
}

/** One line a file; what failed in full at the end, in node:test's own words. */
export async function runTests(
  root: string,
  files: readonly string[],
  tally: Tally,
  say: (line: string) => void,
): Promise<void> {
  const failuresOf = new Map<string, number>();
  const words = new Map<string, string>();
  const report = new spec();
  let reported = '';
  report.on('data', (piece) => {
    reported += piece;
  });

  const stream = run({
    files: files.map((file) => `${root}/${file}`),
    cwd: root,
    concurrency: 2,
    timeout: FILE_TIMEOUT_MS,
    execArgv: ['--disable-warning=ExperimentalWarning'],
  });
  stream.on('test:stderr', ({ file, message }) => void words.set(file!, (words.get(file!) ?? '') + message));
  stream.on('test:summary', ({ file, counts, duration_ms }) => {
    if (!file) return;
    const failed = counts.tests - counts.passed - counts.skipped - counts.todo;
    failuresOf.set(file, failed);
    tally.passed(counts.passed);
    tally.failed(failed);
    say(line(relative(root, file), counts.passed, failed, counts.skipped, duration_ms));
  });
  stream.on('test:fail', (event) => {
    const isFile = event.name === event.file;
    if (!isFile || !failuresOf.get(event.file!)) report.write({ type: 'test:fail', data: event });
    if (!isFile || failuresOf.get(event.file!)) return;
    // It broke before its first test, was killed or hung: one failure, not none.
    tally.failed();
    say(`  ✖ ${relative(root, event.file!)}  did not run to its end\n${words.get(event.file!) ?? ''}`);
  });
  for await (const _ of stream);
  await new Promise<void>((resolve) => report.end(resolve));
  const from = reported.lastIndexOf('failing tests:');
  if (from >= 0) say(`\n${reported.slice(from)}`);
}

function line(name: string, passed: number, failed: number, skipped: number, ms: number): string {
  const bad = failed > 0 ? `, ${failed} FAILED` : '';
  const left = skipped > 0 ? `, ${skipped} SKIPPED` : '';
  return `  ${failed > 0 ? '✖' : '✔'} ${name}  ${passed} passed${bad}${left}  ${(ms / 1000).toFixed(1)} s`;
}
