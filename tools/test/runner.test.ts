import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { findChromium } from './chromium.ts';
import { findTests } from './node-tests.ts';
import { newTally } from './tally.ts';

function folderWith(t: { after(work: () => void): void }, files: readonly string[]): string {
  const root = mkdtempSync(join(tmpdir(), 'shelfcast-runner-'));
  t.after(() => rmSync(root, { recursive: true }));
  for (const file of files) {
    mkdirSync(join(root, file, '..'), { recursive: true });
    writeFileSync(join(root, file), '');
  }
  return root;
}

test('every test file is found, installed packages are not ours, browser tests wait for a browser', (t) => {
  const root = folderWith(t, [
    'packages/ledger/src/load.test.ts',
    'packages/ledger/node_modules/x/a.test.ts',
    'apps/dashboard/src/pages/runs.browser.test.ts',
    'apps/dashboard/src/pages/runs.test.tsx',
    'tools/checks/checks.test.ts',
    'apps/api/src/app.ts',
  ]);
  const withBrowser = findTests(root, [], true);
  assert.deepEqual(withBrowser, [
    'apps/dashboard/src/pages/runs.browser.test.ts',
    'apps/dashboard/src/pages/runs.test.tsx',
    'packages/ledger/src/load.test.ts',
    'tools/checks/checks.test.ts',
  ]);
  assert.deepEqual(findTests(root, [], false), withBrowser.slice(1));
  assert.deepEqual(findTests(root, ['packages/ledger'], true), ['packages/ledger/src/load.test.ts']);
});

test('a browser counts as installed when it can be run', (t) => {
  const root = folderWith(t, ['bin/chromium']);
  const path = `${root}/bin`;
  chmodSync(join(path, 'chromium'), 0o644);
  const found = findChromium(path);
  assert.ok(!found?.startsWith(root));
  chmodSync(join(path, 'chromium'), 0o755);
  assert.equal(findChromium(path), join(path, 'chromium'));
});

test('the total line has the form that scripts read', () => {
  const tally = newTally();
  tally.passed(12);
  tally.failed();
  assert.equal(tally.total(), '12 passed, 1 failed');
});
