import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startFailure } from './failure.ts';

test('a full disk is named as such, whoever ran into it', () => {
  const server = 'FATAL:  could not write lock file "postmaster.pid": No space left on device';
  const initdb = 'initdb: error: could not write to file "pg_wal/xlogtemp.7": No space left on device';
  for (const output of [server, initdb]) {
    assert.equal(startFailure('PostgreSQL', output).kind.code, 'database.disk_full');
  }
});

test('any other failure says what the server said last', () => {
  const output = 'LOG:  starting\nFATAL:  data directory "/x" has invalid permissions\nDETAIL:  more\n';
  const failure = startFailure('PostgreSQL', output);
  assert.equal(failure.kind.code, 'database.start_failed');
  assert.match(failure.message, /data directory "\/x" has invalid permissions/);
});
