import assert from 'node:assert/strict';
import { test } from 'node:test';
import { promoteTenant } from '@shelfcast/database';
import { undoImport } from '../index.ts';
import { openTill } from '../testing/open-till.ts';
import { WORTH_ANALYSING_ROWS } from './analyse.ts';

/** Enough lines to be analysed after. */
function sales(store: string): string {
  const rows = Array.from(
    { length: WORTH_ANALYSING_ROWS },
    (_, i) => `2025-01-0${1 + (i % 9)},p${i % 700},${store},1\n`,
  );
  return `date,item,store,units\n${rows.join('')}`;
}

test('a promoted tenant keeps its ledger, and imports and undoes as before', async () => {
  await using till = await openTill();
  const first = await till.bring(sales('n'));
  const before = await till.visible();
  const moved = await promoteTenant(till.ownerUrl, till.tenant);
  assert.ok(moved.includes('sale') && moved.includes('driver'));
  assert.deepEqual(await till.visible(), before);
  const [{ home }] = await till.query<{ home: string }>(
    'SELECT DISTINCT tableoid::regclass::text AS home FROM shelfcast.sale',
  );
  assert.doesNotMatch(home, /pool/);

  const second = await till.bring(sales('s'));
  assert.equal(second.state, 'committed');
  assert.equal((await till.visible()).length, 2 * WORTH_ANALYSING_ROWS);
  await undoImport(till.database, till.tenant, second.import_id);
  assert.deepEqual(await till.visible(), before);
  await undoImport(till.database, till.tenant, first.import_id);
  assert.deepEqual(await till.visible(), []);
});
