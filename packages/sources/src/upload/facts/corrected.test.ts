import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { CORRECTION_COLUMNS, type CorrectedImport, type Fact, type RejectedRow } from '@shelfcast/domain';
import { factText } from '../../testing/fact-text.ts';
import { inFile, TODAY } from '../../testing/read-all.ts';
import { openUpload } from '../open-upload.ts';

const folder = fileURLToPath(new URL('./fixtures/', import.meta.url));

async function collect(upload: Awaited<ReturnType<typeof openUpload>>) {
  const [facts, rejected]: [Fact[], RejectedRow[]] = [[], []];
  for await (const batch of upload.read()) {
    facts.push(...batch.facts);
    rejected.push(...batch.rejected);
  }
  return { kind: upload.kind, facts, rejected };
}

/** Reads a fixture, downloads its rejected rows with `correct` done to their cells, and reads them as they come back. */
async function sentAgain(name: string, correct: (cell: string) => string) {
  const upload = await openUpload(`${folder}${name}`, { fileName: name, today: TODAY });
  const first = await collect(upload);
  const original: CorrectedImport = {
    importId: 7,
    reading: upload.reading,
    mapping: null,
    rejectedRows: new Set(first.rejected.map(({ row }) => row)),
  };
  const rows = first.rejected.map(({ row, cells }) => [
    ...cells!.map(correct),
    '7',
    String(row),
    '',
    '',
    '',
    '2001-02-03',
  ]);
  const text = [[...upload.reading.kept, ...Object.values(CORRECTION_COLUMNS)], ...rows]
    .map((row) => row.map((cell) => `"${cell}"`).join(upload.reading.delimiter))
    .join('\r\n');
  const again = await inFile(text, async (path) =>
    collect(
      await openUpload(path, {
        fileName: 'rejects.csv',
        today: TODAY,
        correctedImport: async () => original,
      }),
    ),
  );
  return { first, again };
}

/** Without the value: dates come back with their year first. */
const fault = ({ row, field, cause }: RejectedRow) => ({ row, field, cause });

test('rejected rows of any file that come back as they were are refused for the same reasons, under their rows', async () => {
  let refused = 0;
  for (const name of readdirSync(folder)) {
    const { rejected } = await collect(
      await openUpload(`${folder}${name}`, { fileName: name, today: TODAY }),
    );
    if (rejected.length === 0) continue;
    const { first, again } = await sentAgain(name, (cell) => cell);
    assert.equal(again.kind, first.kind, name);
    assert.deepEqual(again.rejected.map(fault), first.rejected.map(fault), name);
    assert.deepEqual(again.facts, [], name);
    refused += again.rejected.length;
  }
  assert.ok(refused > 10);
});

test('corrected rows state what they were meant to, by the layout and the columns of their file', async () => {
  for (const [name, from, to, fact] of [
    [
      'shopify-inventory.csv',
      'many',
      '3',
      '5 · THR-S-O · Wool Throw - Small / Oat · Main Street · 2026-11-22 · 3 · –',
    ],
    ['week.csv', '25:00–26:00', 'closed', '14 · 102 · weekday 7 … to … · closed'],
    ['weekdays.csv', 'Funday', 'Sunday', '4 · 101 · weekday 7 … to … · 10:00 to 14:00'],
    ['stock-days.csv', '2026-12-25', '22.11.2026', '5 · 0071 · Becher · 101 · 2026-11-22 · 3 · –'],
  ]) {
    const { again } = await sentAgain(name, (cell) => (cell === from ? to : cell));
    assert.deepEqual(again.facts.map(factText), [fact], name);
  }
});
