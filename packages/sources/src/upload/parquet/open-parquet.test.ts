import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { DuckDBInstance } from '@duckdb/node-api';
import { readAll, readContent } from '../../testing/read-all.ts';

const folder = mkdtempSync(join(tmpdir(), 'shelfcast-parquet-'));
after(() => rmSync(folder, { recursive: true, force: true }));

async function write(name: string, select: string): Promise<string> {
  const path = join(folder, name);
  const connection = await (await DuckDBInstance.create(':memory:', { threads: '1' })).connect();
  await connection.run(`COPY (${select}) TO '${path}' (FORMAT parquet, ROW_GROUP_SIZE 2048)`);
  connection.closeSync();
  return path;
}

const SALES = `SELECT DATE '2025-01-01' + CAST(i % 90 AS INTEGER) AS date, 'p' || (i // 90) AS item, i % 4 AS store,
  CAST(i AS FLOAT) / 8 AS units, 'jane@example.com' AS email FROM range(9000) t(i)`;

test('every row of a Parquet file is read, in its order, whatever the types of its columns', async () => {
  const { lines, rowsRead } = await readAll(await write('a.parquet', SALES));
  assert.equal(rowsRead, 9000);
  assert.deepEqual(
    lines.map((line) => line.row),
    Array.from({ length: 9000 }, (_, i) => i + 1),
  );
  assert.deepEqual([lines[91].product, lines[91].location, lines[91].units], ['p1', '3', 11.375]);
});

test('reading a Parquet file goes on behind any row', async () => {
  const { lines } = await readAll(await write('b.parquet', SALES), { after: 5000 });
  assert.deepEqual([lines.length, lines[0].row, lines[0].units], [4000, 5001, 625]);
});

test('a Parquet file that is cut off is refused by name', async () => {
  const bytes = readFileSync(await write('c.parquet', SALES));
  for (const length of [8, 100, bytes.length >> 1, bytes.length - 1])
    await assert.rejects(
      readContent(bytes.subarray(0, length)),
      { message: /cut off or damaged/ },
      String(length),
    );
});

test('a Parquet file without rows is refused, NaN is no number, and null is no value', async () => {
  await assert.rejects(readAll(await write('d.parquet', `${SALES} WHERE i < 0`)), { message: /no rows/ });
  const select = `SELECT DATE '2025-01-01' AS date, 'a' AS item, unnest([1.5, NULL, 'NaN'::DOUBLE]) AS units`;
  const whole = await readAll(await write('e.parquet', select));
  assert.deepEqual([whole.lines.length, whole.skipped.length, whole.rejected.length], [1, 1, 1]);
});

test('a file whose name looks like a pattern is itself, and never one that the pattern matches', async () => {
  const bytes = readFileSync(
    await write('f.parquet', `SELECT DATE '2025-01-01' AS date, 'a' AS item, 1 AS units`),
  );
  const other = readFileSync(
    await write('g.parquet', `SELECT DATE '2025-01-01' AS date, 'b' AS item, 2 AS units`),
  );
  for (const [name, matched] of [
    ['sales*.parquet', 'sales-2025.parquet'],
    ['sales?.parquet', 'sales1.parquet'],
    ['sales [1].parquet', 'sales 1.parquet'],
    ["sales[!'a]*.parquet", 'salesb.parquet'],
  ]) {
    writeFileSync(join(folder, matched), other);
    writeFileSync(join(folder, name), bytes);
    const { lines } = await readAll(join(folder, name));
    assert.deepEqual(
      lines.map(({ product, units }) => [product, units]),
      [['a', 1]],
      name,
    );
  }
});
