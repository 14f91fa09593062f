import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { claim } from './ownership.ts';

const folder = mkdtempSync(join(tmpdir(), 'shelfcast-claim-'));
const path = join(folder, 'owner.json');
after(() => rmSync(folder, { recursive: true, force: true }));

test('a folder has one owner until it gives the claim back', () => {
  const release = claim(path, folder);
  assert.throws(() => claim(path, folder), new RegExp(`process ${process.pid}`));
  release();
  claim(path, folder)();
  assert.ok(!existsSync(path));
});

test('the claim of a dead process is void, also when its number lives again in another', () => {
  const dead = spawnSync(process.execPath, ['-p', 'process.pid'], { encoding: 'utf8' });
  for (const pid of [Number(dead.stdout), process.pid]) {
    writeFileSync(path, JSON.stringify({ pid, startedAt: 'another boot, another time' }));
    claim(path, folder)();
  }
});

test('a claim that cannot be read is void', () => {
  writeFileSync(path, '');
  claim(path, folder)();
});
