import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { builtIn, fingerprint, isStale } from './build.ts';

function clone(t: TestContext) {
  const root = mkdtempSync(join(tmpdir(), 'shelfcast-dashboard-'));
  t.after(() => rmSync(root, { recursive: true }));
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  write('apps/dashboard/index.html', '<html>');
  write('apps/dashboard/src/main.tsx', 'one');
  write('packages/contract/src/index.ts', 'one');
  write('package-lock.json', '{}');
  return { root, write };
}

test('a dashboard that was never built is stale; one built from these sources is not', (t) => {
  const { root, write } = clone(t);
  assert.equal(isStale(root), true);
  write('apps/dashboard/dist/.built-from', fingerprint(root));
  assert.ok(builtIn(root).endsWith('apps/dashboard/dist'));
  assert.equal(isStale(root), false);
});

test('a change of a source, of the contract or of a package makes it stale; of a test it does not', (t) => {
  const { root, write } = clone(t);
  for (const [path, changes] of [
    ['apps/dashboard/src/main.tsx', true],
    ['apps/dashboard/public/icon.svg', true],
    ['packages/contract/src/index.ts', true],
    ['package-lock.json', true],
    ['apps/dashboard/src/main.test.tsx', false],
  ] as const) {
    write('apps/dashboard/dist/.built-from', fingerprint(root));
    write(path, `changed ${path}`);
    assert.equal(isStale(root), changes, path);
  }
});
