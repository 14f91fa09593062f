import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { test } from 'node:test';
import { killTree, stillRunning, treeOf, untilGone } from './process-tree.ts';
import { seededRandom } from './random.ts';
import { differences, type Snapshot } from './snapshot.ts';

const snapshot = (changes: Partial<Snapshot> = {}): Snapshot => ({
  ledger: new Map([['tea @ York', '3 rows, 12 units, 40.50']]),
  counts: { sale_rows: 3 },
  published: new Map([['total all', 'abc']]),
  ...changes,
});

test('the same state has no difference; a lost sale, a doubled row and a changed forecast are each told', () => {
  assert.deepEqual(differences(snapshot(), snapshot()), []);
  assert.match(differences(snapshot(), snapshot({ ledger: new Map() }))[0], /tea @ York: lost/);
  assert.deepEqual(differences(snapshot(), snapshot({ counts: { sale_rows: 6 } })), ['sale_rows: 6, not 3']);
  assert.match(
    differences(snapshot(), snapshot({ published: new Map([['total all', 'x']]) }))[0],
    /1 of 1 differ/,
  );
});

test('the whole tree is killed: a child in another process group too', async () => {
  const grandchild = "spawn('sleep', ['60'], { detached: true, stdio: 'ignore' })";
  const source = `const { spawn } = require('node:child_process'); ${grandchild}; console.log('up'); setInterval(() => {}, 1000)`;
  const parent = spawn(process.execPath, ['-e', source], { stdio: ['ignore', 'pipe', 'ignore'] });
  await once(parent.stdout!, 'data');
  const before = treeOf(parent.pid!);
  assert.equal(before.length, 2, String(before));
  const killed = killTree(parent.pid!);
  await once(parent, 'exit');
  assert.deepEqual(new Set(killed), new Set(before));
  await untilGone(before);
  assert.deepEqual(stillRunning(before), []);
});

test('the same seed gives the same moments', () => {
  const [one, two] = [seededRandom(7), seededRandom(7)];
  const drawn = Array.from({ length: 100 }, one);
  assert.deepEqual(drawn, Array.from({ length: 100 }, two));
  assert.ok(drawn.every((value) => value >= 0 && value < 1));
});
