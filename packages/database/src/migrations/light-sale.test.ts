import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cloneDatabase } from '@shelfcast/testing';
import { Client } from 'pg';
import { migrate } from '../migrate.ts';
import { readMigrations } from '../migration-files.ts';

const TENANT = '00000000-0000-4000-8000-000000000001';

/** Three imports of one order, each hiding the line of the one before as it was done then, and one line without an order. */
const FILLED = `
  INSERT INTO shelfcast.tenant (tenant_id, name) VALUES ('${TENANT}', 'Ours');
  INSERT INTO shelfcast.product (tenant_id, code) VALUES ('${TENANT}', 'tea');
  INSERT INTO shelfcast.location (tenant_id, code) VALUES ('${TENANT}', 'north');
  INSERT INTO shelfcast.series (tenant_id, product_id, location_id)
    SELECT tenant_id, product_id, location_id FROM shelfcast.product JOIN shelfcast.location USING (tenant_id);
  INSERT INTO shelfcast.source (tenant_id, name) VALUES ('${TENANT}', 'upload:till');
  INSERT INTO shelfcast.import (tenant_id, import_id, state, file_name, blob_key, content_sha256, file_bytes, source_id, finished_at)
    SELECT '${TENANT}', i, 'committed', 'f', 'k', repeat('0', 64), 1, source_id, timestamptz '2026-01-01' + i * interval '1 hour'
    FROM generate_series(1, 3) i, shelfcast.source;
  INSERT INTO shelfcast.sale (tenant_id, import_id, row_no, source_id, ordinal, series_id, product_id, sold_on, units, unit,
      order_code, superseded_by)
    SELECT '${TENANT}', i, 5000, source_id, 1, series_id, product_id, '2026-01-01', i, 'each', 'o1', nullif(i + 1, 4)
    FROM generate_series(1, 3) i, shelfcast.source, shelfcast.series;
  INSERT INTO shelfcast.sale (tenant_id, import_id, row_no, source_id, ordinal, series_id, product_id, sold_on, units, unit)
    SELECT '${TENANT}', 1, 5001, source_id, 1, series_id, product_id, '2026-01-02', 7, 'each' FROM shelfcast.source, shelfcast.series;`;

const LIGHT_SALE = 70;

test('a ledger from before is upgraded whole: what was hidden is marked by everything that hides it, and days are counted', async () => {
  await using clone = await cloneDatabase();
  const admin = new Client({ connectionString: clone.adminUrl });
  await admin.connect();
  try {
    await admin.query('DROP SCHEMA shelfcast, gate, pgboss CASCADE; DROP EXTENSION citext, pg_trgm CASCADE');
    await admin.query('DROP OWNED BY shelfcast_gate');
    const all = readMigrations();
    await migrate(
      clone.ownerUrl,
      all.filter(({ number }) => number < LIGHT_SALE),
    );
    await admin.query(FILLED);
    await migrate(clone.ownerUrl, all);

    const rows = async (text: string) => (await admin.query({ text, rowMode: 'array' })).rows.map(String);
    assert.deepEqual(
      await rows(
        `SELECT import_id, superseded_by, block, array(SELECT n FROM generate_series(0, 1023) n WHERE get_bit(rows, n) = 1)
         FROM shelfcast.superseded ORDER BY 1, 2`,
      ),
      // Row 5000 is the 904th of block 4.
      ['1,2,4,904', '1,3,4,904', '2,3,4,904'],
    );
    assert.deepEqual(
      await rows(`SELECT import_id, day::text, lines FROM shelfcast.location_day ORDER BY 1, 2`),
      ['1,2026-01-01,0', '1,2026-01-02,1', '2,2026-01-01,0', '3,2026-01-01,1'],
    );
    assert.deepEqual(await rows('SELECT import_id, row_no, units FROM shelfcast.sale ORDER BY 1, 2'), [
      '1,5000,1',
      '1,5001,7',
      '2,5000,2',
      '3,5000,3',
    ]);
  } finally {
    await admin.end();
  }
});
