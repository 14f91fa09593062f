// The whole of `npm test`, on Node 24: types, lint, the repository's rules, then every test.
// `npm test -- packages/ledger` runs only the tests whose path contains that.
import { join } from 'node:path';
import { checks, openRepository } from '../checks/index.ts';
import { findChromium } from './chromium.ts';
import { runCommand } from './command-step.ts';
import { findTests, isBrowserTest, runTests } from './node-tests.ts';
import { newTally } from './tally.ts';
import { withTestServer } from './test-server.ts';

const root = join(import.meta.dirname, '..', '..');
const only = process.argv.slice(2);
const tally = newTally();
const say = (line: string): void => void process.stdout.write(`${line}\n`);

if (only.length === 0) {
  await command('types', 'tsc', ['--noEmit']);
  await command('types of the dashboard', 'tsc', ['--noEmit', '-p', 'apps/dashboard']);
  await command('lint and format', 'biome', ['check', '.']);
  checkRepository();
}
await tests();
say(`\n${tally.total()}`);
process.exitCode = tally.failures > 0 ? 1 : 0;

async function command(name: string, tool: string, args: readonly string[]): Promise<void> {
  const started = performance.now();
  const { passed, output } = await runCommand(tool, args, root);
  tally[passed ? 'passed' : 'failed']();
  say(`${passed ? '✔' : '✖'} ${name}  ${((performance.now() - started) / 1000).toFixed(1)} s`);
  if (!passed) say(output);
}

function checkRepository(): void {
  const repository = openRepository(root);
  for (const { name, run } of checks) {
    const findings = run(repository);
    tally[findings.length === 0 ? 'passed' : 'failed']();
    say(`${findings.length === 0 ? '✔' : '✖'} ${name}`);
    for (const { path, line, message } of findings) say(`    ${path}${line ? `:${line}` : ''} ${message}`);
  }
}

async function tests(): Promise<void> {
  const chromium = findChromium(process.env.PATH ?? '');
  const files = findTests(root, only, chromium !== undefined);
  const left = findTests(root, only, true).filter(isBrowserTest);
  if (files.length === 0 && left.length === 0) {
    say(`No test has a path with ${only.join(' or ')} in it.`);
    tally.failed();
    return;
  }
  if (chromium !== undefined) process.env.SHELFCAST_CHROMIUM = chromium;
  await withTestServer(() => runTests(root, files, tally, say));
  if (chromium !== undefined || left.length === 0) return;
  say(
    `  – ${left.length} browser tests were not run: no Chromium here. Install it (apt-get install chromium) to run them.`,
  );
  if (process.env.CI === 'true') tally.failed(left.length);
}
