import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Import, ImportPage } from '@shelfcast/contract';
import { seedSales } from '../../testing/seed-sales.ts';
import { type TestApi, testApi } from '../../testing/test-api.ts';

let api: TestApi;
before(async () => {
  api = await testApi();
});
after(() => api[Symbol.asyncDispose]());

const newest = async () => (await api.ours.ask('GET', '/v1/imports')).json<ImportPage>().items[0];
const rejectsOf = (id: number) => api.ours.ask('GET', `/v1/imports/${id}/rejects`);

test('200 the download, corrected and sent again, takes the place of the rows that were rejected', async () => {
  await seedSales(
    api,
    api.ours,
    'date;item;customer;units\n2026-03-01;=SUM(A1);Ann;1\n2026-03-02;=SUM(A1);Ann;many\n2026-13-01;-5;Bob;2\n',
  );
  const original = await newest();
  assert.equal(original.rows_rejected, 2);
  const { body } = await rejectsOf(original.import);
  const [header, first, second] = body.split('\r\n');
  assert.equal(
    header,
    '\ufeffdate;item;units;shelfcast_import;shelfcast_row;shelfcast_field;shelfcast_problem;shelfcast_remedy;shelfcast_date_check',
  );
  assert.ok(first.startsWith(`2026-03-02;'=SUM(A1);many;${original.import};2;units;`), first);
  assert.ok(second.startsWith(`2026-13-01;-5;2;${original.import};3;date;`), second);

  await seedSales(api, api.ours, body.replace('many', '3'));
  const corrected = await newest();
  assert.deepEqual(
    [corrected.correction_of, corrected.rows_in, corrected.rows_loaded, corrected.rows_rejected],
    [original.import, 2, 1, 1],
  );
  const still = (await rejectsOf(corrected.import)).body.split('\r\n');
  assert.equal(still.length, 3);
  assert.ok(still[1].startsWith(`2026-13-01;-5;2;${original.import};3;date;`), still[1]);
  const codes = await api.database.withTenant(api.ours.tenant, (tx) =>
    tx.query<{ code: string }>('SELECT code FROM shelfcast.product WHERE tenant_id = $1', [tx.tenant]),
  );
  assert.deepEqual(codes, [{ code: '=SUM(A1)' }], 'the guard in front of a code is none of it');

  await assert.rejects(seedSales(api, api.ours, body.replace('many', '3')), /not loaded/);
  assert.equal((await newest()).state, 'unchanged');
  const undone = await api.ours.ask('POST', `/v1/imports/${original.import}/undo`);
  assert.equal(undone.json<Import>().state, 'undone');
  const correction = await api.ours.ask('GET', `/v1/imports/${corrected.import}`);
  assert.equal(correction.json<Import>().state, 'undone');
});

test('404 for an import of another tenant', async () => {
  const { import: id } = await newest();
  const response = await api.stranger.ask('GET', `/v1/imports/${id}/rejects`);
  assert.equal(response.statusCode, 404);
});
