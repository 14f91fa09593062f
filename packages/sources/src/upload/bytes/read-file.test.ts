import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inFile } from '../../testing/read-all.ts';
import { READ_BYTES } from '../limits.ts';
import { plainFile } from './read-file.ts';
import { readText } from './read-text.ts';

test('a file is read to its last byte, and what was read is told as it is handed out', async () => {
  const bytes = Buffer.from(Array.from({ length: 3 * READ_BYTES + 5 }, (_, i) => i % 251));
  await inFile(bytes, async (path) => {
    const { chunks, bytesRead } = plainFile(path)();
    let at = 0;
    assert.equal(bytesRead(), 0);
    for await (const chunk of chunks) {
      assert.ok(chunk.equals(bytes.subarray(at, at + chunk.length)));
      at += chunk.length;
      assert.equal(bytesRead(), at);
    }
    assert.equal(at, bytes.length);
  });
});

test('text that begins in one chunk and ends in the next is read whole, though their memory is the same', async () => {
  const lines = Array.from({ length: 60_000 }, (_, i) => `${i},Käse,${'x'.repeat(i % 19)}\n`).join('');
  await inFile(lines, async (path) => {
    let text = '';
    for await (const piece of readText(plainFile(path)().chunks, 'a.csv')) text += piece;
    assert.equal(text, lines);
  });
});

test('a file that is not there is an error of the reading, not of the process', async () => {
  await inFile('', async (path) => {
    const { chunks } = plainFile(`${path}-gone`)();
    await assert.rejects(chunks[Symbol.asyncIterator]().next(), { code: 'ENOENT' });
  });
});
