import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ShelfcastError } from '@shelfcast/domain';
import { describeFileFailure, startFailure } from './failure.ts';

test('a full disk is named as such, whoever ran into it', () => {
  const server = 'FATAL:  could not write lock file "postmaster.pid": No space left on device';
  const initdb = 'initdb: error: could not write to file "pg_wal/xlogtemp.7": No space left on device';
  const bootstrap = 'FATAL:  could not extend file "base/1/2691": wrote only 4096 of 8192 bytes at block 15';
  for (const output of [server, initdb, bootstrap]) {
    assert.equal(startFailure('PostgreSQL', output).kind.code, 'database.disk_full');
  }
  const ours = Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
  assert.equal(codeOf(describeFileFailure(ours)), 'database.disk_full');
});

test('any other failure says what the server said last', () => {
  const output = 'LOG:  starting\nFATAL:  data directory "/x" has invalid permissions\nDETAIL:  more\n';
  const failure = startFailure('PostgreSQL', output);
  assert.equal(failure.kind.code, 'database.start_failed');
  assert.match(failure.message, /data directory "\/x" has invalid permissions/);
});

function codeOf(error: unknown): string | undefined {
  return error instanceof ShelfcastError ? error.kind.code : undefined;
}
