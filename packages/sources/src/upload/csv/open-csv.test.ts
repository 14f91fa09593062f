import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inFile } from '../../testing/read-all.ts';
import { plainFile } from '../bytes/read-file.ts';
import { READ_BYTES } from '../limits.ts';
import { openCsv } from './open-csv.ts';

/** A report of several pieces: a head, rows, and a stretch in the middle whose fields hold line ends. */
const ROWS = 60_000;
const quoted = (i: number) => i > 30_000 && i < 31_000;
const CONTENT = `Sales by line\n\ndate,item,units\n${Array.from({ length: ROWS }, (_, i) =>
  quoted(i) ? `2026-01-01,"item\n${i}",1\r\n` : `2026-01-01,item ${i},1\r\n`,
).join('')}`;

test('reading goes on behind any row, with the rows and numbers that reading from the start gives', async () => {
  assert.ok(CONTENT.length > 4 * READ_BYTES);
  await inFile(CONTENT, async (path) => {
    const table = await openCsv(plainFile(path), 'csv', 'a.csv', CONTENT.length);
    for (const after of [0, 1, 9_999, 29_999, 30_500, 45_000, ROWS - 1, ROWS]) {
      let next = after;
      for await (const { firstRow, rows } of table.read([], after).pieces) {
        assert.equal(firstRow, next + 1);
        for (const fields of rows) {
          assert.equal(fields[1], quoted(next) ? `item\n${next}` : `item ${next}`);
          next++;
        }
      }
      assert.equal(next, ROWS, `after ${after}`);
    }
  });
});
