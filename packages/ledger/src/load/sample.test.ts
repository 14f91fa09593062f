import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { openTill } from '../testing/open-till.ts';

const SAMPLE = new URL('../../../../samples/online-retail/sales.csv.gz', import.meta.url);

test('the shipped sample is in the ledger to the penny, month by month', async () => {
  await using till = await openTill();
  const bytes = readFileSync(SAMPLE);
  const row = await till.bring(bytes);
  assert.equal(row.state, 'committed');
  assert.equal(row.rows_rejected, 0);

  // A second derivation, in whole tenths of a penny: no code of ours, no floating point.
  const expected = new Map<string, number>();
  let rows = 0;
  for (const line of gunzipSync(bytes).toString('utf8').split('\n').slice(1)) {
    const fields = line.match(/("([^"]|"")*"|[^,]*)(,|$)/g)?.map((field) => field.replace(/,$/, ''));
    if (!fields || line === '') continue;
    rows++;
    const [invoice, code, , quantity, date, price] = fields;
    if (code === 'POST' || Number(price) === 0) continue;
    if (Number(quantity) < 0 && !invoice.startsWith('C')) continue;
    const month = date.slice(0, 7);
    expected.set(month, (expected.get(month) ?? 0) + Number(quantity) * Math.round(Number(price) * 1000));
  }
  assert.equal(row.rows_in, rows);
  const found = await till.query<{ month: string; revenue: string }>(
    `SELECT to_char(sold_on, 'YYYY-MM') AS month, (sum(revenue) * 1000)::bigint::text AS revenue
     FROM shelfcast.sale GROUP BY 1 ORDER BY 1`,
  );
  assert.deepEqual(
    found.map(({ month, revenue }) => [month, Number(revenue)]),
    [...expected],
  );
});
