import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { experiments } from './shared/experiments.ts';

const runner = fileURLToPath(new URL('run.ts', import.meta.url));
const run = (...args: string[]) =>
  spawnSync(process.execPath, [runner, ...args], {
    encoding: 'utf8',
    env: { ...process.env, SHELFCAST_BENCHMARK_DATA: '' },
  });

for (const name of Object.keys(experiments))
  test(`the experiment ${name} runs, small and on made-up data, and gives its table`, () => {
    const { status, stdout, stderr } = run(name, '--small');
    assert.equal(status, 0, stderr);
    assert.match(stdout, /\d{4}-\d{2}-\d{2}, .*load average/);
    const lines = stdout
      .trimEnd()
      .split('\n')
      .filter((line) => line.startsWith('|'));
    assert.ok(lines.length >= 3, stdout);
    assert.doesNotMatch(stdout, /NaN|undefined|null/);
  });

test('without its data an experiment says where to get it', () => {
  const { status, stderr } = run('cli-m5');
  assert.equal(status, 3);
  assert.match(stderr, /m5 is not part of this repository[\s\S]*--data/);
});
