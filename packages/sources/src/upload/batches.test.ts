import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { inFile, TODAY } from '../testing/read-all.ts';
import { openUpload } from './open-upload.ts';

const ROWS = 40_000;
const BATCH_ROWS = 1_000;
const HEADER = 'date,item,units\n';
const SALES =
  HEADER +
  Array.from({ length: ROWS }, (_, i) => `2026-01-${10 + (i % 20)},item ${i % 97},${i % 7}\n`).join('');

/** What each batch says of how far the reading is. */
function progress(content: string | Uint8Array, after = 0): Promise<{ rows: number; bytes: number }[]> {
  return inFile(content, async (path) => {
    const upload = await openUpload(path, { fileName: 'a.csv', today: TODAY, batchRows: BATCH_ROWS });
    const told: { rows: number; bytes: number }[] = [];
    for await (const { rowsRead, bytesRead } of upload.read(after))
      told.push({ rows: rowsRead, bytes: bytesRead });
    return told;
  });
}

test('progress goes with the rows, never back, and is whole with the last batch only', async () => {
  const content = `${SALES}2026-01-10,one more than whole batches,1\n`;
  const told = await progress(content);
  assert.deepEqual(told.at(-1), { rows: ROWS + 1, bytes: content.length });
  for (const { rows, bytes } of told)
    assert.ok(Math.abs(bytes / SALES.length - rows / ROWS) < 0.01, `${bytes} bytes at row ${rows}`);
  for (let i = 1; i < told.length; i++) assert.ok(told[i].bytes > told[i - 1].bytes);
});

test('a packed file is not told as read before its last row is', async () => {
  const packed = gzipSync(SALES);
  const told = await progress(packed);
  assert.ok(told.every(({ bytes }, i) => i === 0 || bytes >= told[i - 1].bytes));
  assert.ok(told.slice(0, -1).every(({ bytes }) => bytes < packed.length));
});

test('a resumed reading begins no earlier than where it was left', async () => {
  const told = await progress(SALES);
  for (const { rows, bytes } of [told[0], told[17], told[38]]) {
    const [first] = await progress(SALES, rows);
    assert.ok(first.bytes >= bytes, `${first.bytes} after ${bytes}`);
  }
});
