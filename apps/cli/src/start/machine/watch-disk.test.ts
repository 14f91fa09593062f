import assert from 'node:assert/strict';
import { test } from 'node:test';
import { watchDisk } from './watch-disk.ts';

test('a disk that runs full is told once, with what to do, and once that there is room again', async () => {
  const megabytes = [900, 80, 60, 200, 400, 400, 50];
  const over = new AbortController();
  const told: string[] = [];
  const free = (): number => {
    if (megabytes.length === 1) over.abort();
    return megabytes.shift()! * 2 ** 20;
  };
  await watchDisk('/data', (line) => void told.push(line), over.signal, free, 1);
  assert.equal(told.length, 3);
  assert.match(told[0], /\/data .*80 MB left.*free some space/);
  assert.match(told[1], /room/);
  assert.match(told[2], /50 MB/);
});
