import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { monthlyRevenue } from '../testing/monthly-revenue.ts';
import { openTill } from '../testing/open-till.ts';

const SAMPLE = new URL('../../../../samples/online-retail/sales.csv.gz', import.meta.url);
/** All 541,909 rows (doi:10.24432/C5BW33), where the data lie beside this checkout. */
const WHOLE = new URL('../../../../../shared/data/online-retail/online-retail.csv.gz', import.meta.url);

async function loadedToThePenny(file: URL): Promise<number> {
  await using till = await openTill();
  const bytes = readFileSync(file);
  const row = await till.bring(bytes);
  assert.equal(row.state, 'committed');
  assert.equal(row.rows_rejected, 0);
  const expected = monthlyRevenue(gunzipSync(bytes).toString('utf8'));
  assert.equal(row.rows_in, expected.rows);
  const found = await till.query<{ month: string; revenue: string }>(
    `SELECT to_char(sold_on, 'YYYY-MM') AS month, (sum(revenue) * 1000)::bigint::text AS revenue
     FROM shelfcast.sale GROUP BY 1 ORDER BY 1`,
  );
  assert.deepEqual(
    found.map(({ month, revenue }) => [month, Number(revenue)]),
    [...expected.months],
  );
  return row.rows_in;
}

test('the shipped sample is in the ledger to the penny, month by month', async () => {
  assert.ok((await loadedToThePenny(SAMPLE)) > 100_000);
});

test('the whole UCI Online Retail file is in the ledger to the penny, month by month', {
  skip: !existsSync(WHOLE) && 'the file is not beside this checkout',
}, async () => {
  assert.equal(await loadedToThePenny(WHOLE), 541_909);
});
