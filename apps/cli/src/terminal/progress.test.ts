import assert from 'node:assert/strict';
import { test } from 'node:test';
import { duration } from './format.ts';
import { startProgress } from './progress.ts';
import type { Terminal } from './terminal.ts';

const ERASE = '\r\x1b[K';

function recorder(interactive: boolean) {
  let time = 0;
  let written = '';
  const plain = (text: string): string => text;
  const terminal: Terminal = { print() {}, say() {}, interactive, bold: plain, dim: plain, red: plain };
  const progress = startProgress(terminal, {
    label: 'Importing',
    unit: 'rows',
    total: 1000,
    now: () => time,
    write: (text) => {
      written += text;
    },
  });
  return {
    progress,
    wait: (ms: number) => {
      time += ms;
    },
    written: () => written,
  };
}

test('a terminal sees a bar with rate and time left, drawn over itself', () => {
  const { progress, wait, written } = recorder(true);
  progress.update(0);
  wait(1000);
  progress.update(250);
  assert.ok(
    written().endsWith(
      `${ERASE}Importing ██████░░░░░░░░░░░░░░░░░░ 250 of 1,000 rows · 250 rows/s · 3.0 s left`,
    ),
  );
  assert.ok(!written().includes('\n'));
  progress.done('Imported 1,000 rows');
  assert.ok(written().endsWith(`${ERASE}Imported 1,000 rows (1.0 s)\n`));
});

test('a log gets a plain line now and then, without control characters', () => {
  const { progress, wait, written } = recorder(false);
  for (let done = 0; done <= 100; done += 10) {
    progress.update(done);
    wait(1000);
  }
  assert.equal(
    written(),
    'Importing: 50 of 1,000 rows, 10 rows/s, 1 min 35 s left\nImporting: 100 of 1,000 rows, 10 rows/s, 1 min 30 s left\n',
  );
});

test('what is over in a moment writes only what came of it', () => {
  const { progress, written } = recorder(false);
  progress.update(1000);
  progress.done('Imported 1,000 rows');
  assert.equal(written(), 'Imported 1,000 rows (0.0 s)\n');
});

test('time is said as people say it', () => {
  assert.deepEqual([0.44, 9.99, 59.4, 185, 7800].map(duration), [
    '0.4 s',
    '10 s',
    '59 s',
    '3 min 5 s',
    '2 h 10 min',
  ]);
});
