import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { findBinaries, hydrateSymlinks } from './binaries.ts';

test('a platform without binaries says what to use instead', () => {
  assert.throws(
    () => findBinaries('win32-x64'),
    /no embedded PostgreSQL for win32-x64.*SHELFCAST_DATABASE_URL.*WSL/s,
  );
});

test('links that a skipped install script did not make are made', () => {
  const folder = mkdtempSync(join(tmpdir(), 'shelfcast-links-'));
  try {
    const real = dirname(dirname(dirname(findBinaries().postgres)));
    const script = readFileSync(join(real, 'scripts', 'hydrate-symlinks.js'), 'utf8');
    mkdirSync(join(folder, 'scripts'));
    mkdirSync(join(folder, 'native', 'lib'), { recursive: true });
    writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
    writeFileSync(join(folder, 'scripts', 'hydrate-symlinks.js'), script);
    writeFileSync(join(folder, 'native', 'lib', 'libpq.so.5.17'), 'library');
    const links = [{ source: 'native/lib/libpq.so.5.17', target: 'native/lib/libpq.so.5' }];
    writeFileSync(join(folder, 'native', 'pg-symlinks.json'), JSON.stringify(links));
    hydrateSymlinks(folder);
    assert.equal(readlinkSync(join(folder, 'native', 'lib', 'libpq.so.5')), 'libpq.so.5.17');
    hydrateSymlinks(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
