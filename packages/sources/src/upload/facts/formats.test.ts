import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { DuckDBInstance } from '@duckdb/node-api';
import { factText } from '../../testing/fact-text.ts';
import { readAll, readContent } from '../../testing/read-all.ts';
import { workbookOf } from '../../testing/workbook.ts';

const serial = (number: number) => ({ number, style: 0 });
const time = (number: number) => ({ number, style: 1 });
const code = (number: number) => ({ number, style: 2 });

test('a workbook’s days, times and padded codes are read as they are shown', async () => {
  const whole = await readContent(
    workbookOf({
      formats: ['yyyy-mm-dd', 'hh:mm', '0000'],
      sheets: {
        Hours: [
          ['date', 'store', 'opens', 'closes'],
          [serial(46_380), code(71), time(0.375), time(17.5 / 24)],
        ],
      },
    }),
  );
  assert.equal(whole.layout, 'special-hours');
  assert.deepEqual(whole.facts.map(factText), ['1 · 0071 · 2026-12-24 to 2026-12-24 · 09:00 to 17:30']);
});

test('a week in columns of a workbook is read as one of text', async () => {
  const days = ['Mo', 'Di', 'Mi', 'Do', 'Fr'].flatMap((day) => [`${day} von`, `${day} bis`]);
  const whole = await readContent(
    workbookOf({
      formats: ['yyyy-mm-dd', 'hh:mm', '0000'],
      sheets: {
        Zeiten: [
          ['Filiale', ...days],
          ['101', ...days.map((_, i) => time(i % 2 === 0 ? 0.375 : 0.75))],
        ],
      },
    }),
  );
  assert.deepEqual(
    whole.facts.map(factText),
    [1, 2, 3, 4, 5].map((day) => `${day} · 101 · weekday ${day} … to … · 09:00 to 18:00`),
  );
});

test('JSON lines leave out what they know nothing of', async () => {
  const whole = await readContent(
    '{"sku":"A","name":"Mug","category":"Cups"}\n{"sku":"B","brand":"Nordlicht"}\n',
  );
  assert.deepEqual(whole.facts.map(factText), ['1 · A · Mug · category=Cups', '2 · B · – · brand=Nordlicht']);
});

test('Parquet columns are read by name, days and numbers as they are', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'shelfcast-facts-'));
  try {
    const path = join(folder, 'prices.parquet');
    const connection = await (await DuckDBInstance.create()).connect();
    await connection.run(
      `COPY (SELECT 4.5::DOUBLE AS price, DATE '2026-12-01' AS "from", 'A' AS sku, NULL::DATE AS "to") TO '${path}' (FORMAT parquet)`,
    );
    connection.closeSync();
    const whole = await readAll(path);
    assert.deepEqual(whole.facts.map(factText), ['1 · A · everywhere · 2026-12-01 to … · price=4.5']);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
