import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openTill } from '../testing/open-till.ts';
import { WORTH_ANALYSING_ROWS } from './analyse.ts';

test('the planner knows what a large import added, also when its last rows came in a second attempt', async () => {
  await using till = await openTill();
  const rows = Array.from(
    { length: WORTH_ANALYSING_ROWS },
    (_, i) => `2025-01-0${1 + (i % 9)},p${i % 700},n,1\n`,
  );
  const id = await till.upload(`date,item,store,units\n${rows.join('')}`);
  const stop = new AbortController();
  const almost = (row: { rows_in: number }): void => {
    if (row.rows_in >= WORTH_ANALYSING_ROWS / 2) stop.abort();
  };
  await assert.rejects(till.load(id, { batchRows: 5_000, signal: stop.signal, onProgress: almost }));
  await till.load(id, { batchRows: 5_000 });
  const [{ known }] = await till.query<{ known: number }>(
    'SELECT reltuples AS known FROM pg_class WHERE oid = (SELECT tableoid FROM shelfcast.sale LIMIT 1)',
  );
  assert.equal(known, WORTH_ANALYSING_ROWS);
});
