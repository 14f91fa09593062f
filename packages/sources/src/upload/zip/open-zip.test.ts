import assert from 'node:assert/strict';
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { test } from 'node:test';
import { createGzip } from 'node:zlib';
import { ShelfcastError } from '@shelfcast/domain';
import { readAll, readContent } from '../../testing/read-all.ts';
import { zipOf } from '../../testing/zip.ts';

const CSV = 'date,item,units\n2026-01-01,a,1\n2026-01-02,b,2\n';

const refused = (code: string) => (error: unknown) => {
  assert.ok(error instanceof ShelfcastError, String(error));
  assert.equal(error.kind.code, code);
  return true;
};

test('a zipped CSV is read, and what archivers put beside it is passed over', async () => {
  const content = zipOf({ '__MACOSX/._sales.csv': 'x', '.DS_Store': 'x', 'export/sales.csv': CSV });
  const whole = await readContent(content);
  assert.deepEqual(
    whole.lines.map((line) => line.units),
    [1, 2],
  );
  assert.deepEqual(
    (await readContent(content, { after: 1 })).lines.map((line) => line.row),
    [2],
  );
});

test('an archive of several files names them, one of none says so', async () => {
  await assert.rejects(readContent(zipOf({ 'a.csv': CSV, 'b.csv': CSV })), {
    message: /2 files: “a.csv”, “b.csv”/,
  });
  await assert.rejects(readContent(zipOf({})), refused('upload.several_files'));
});

test('names that climb out of their folder are refused', async () => {
  await assert.rejects(readContent(zipOf({ '../../etc/cron.d/x': CSV })), refused('upload.broken_zip'));
  await assert.rejects(readContent(zipOf({ '/etc/x': CSV })), refused('upload.broken_zip'));
});

test('an entry that holds something other than it declares is refused', async () => {
  const content = zipOf({ 'a.csv': CSV.repeat(1000) });
  const size = content.indexOf('PK\x01\x02') + 24;
  content.writeUInt32LE(10, size);
  await assert.rejects(readContent(content), refused('upload.broken_zip'));
});

test('a gzip bomb is refused long before it has unpacked', { timeout: 60_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'shelfcast-bomb-'));
  try {
    const path = join(folder, 'bomb.csv.gz');
    const line = Buffer.alloc(1_000_000, '2026-01-01,a,1\n');
    function* lines() {
      yield 'date,item,units\n';
      for (let i = 0; i < 400; i++) yield line;
    }
    await pipeline(Readable.from(lines()), createGzip({ level: 9 }), createWriteStream(path));
    await assert.rejects(readAll(path, { after: 1_000_000_000 }), refused('upload.unpacks_too_far'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
