import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Import, ImportSurvey, Problem } from '@shelfcast/contract';
import { surveyImport } from '@shelfcast/ledger';
import { uploadSurveyor } from '../../../../../packages/sources/src/index.ts';
import { SALES_CSV } from '../../testing/seed-sales.ts';
import { type TestApi, testApi } from '../../testing/test-api.ts';

let api: TestApi;
before(async () => {
  api = await testApi();
});
after(() => api[Symbol.asyncDispose]());

/** Uploads a file for review and does the worker's part. */
async function reviewed(content: string): Promise<number> {
  const answer = await api.ours.ask('POST', '/v1/imports?file_name=sales.csv&review=true', {
    payload: content,
    headers: { 'content-type': 'text/csv' },
  });
  assert.equal(answer.statusCode, 202, answer.body);
  const { import: importId } = answer.json<Import>();
  await survey(importId);
  return importId;
}

const survey = (importId: number) =>
  surveyImport(api.database, api.blobs, api.ours.tenant, importId, { surveyor: uploadSurveyor });
const blobsOf = async (importId: number) => {
  const keys: string[] = [];
  for await (const { key } of api.blobs.list(`tenants/${api.ours.tenant}/imports/${importId}/`))
    keys.push(key);
  return keys;
};

test('200 a survey says what the file holds, and 202 a confirmed import is sent to be loaded', async () => {
  const importId = await reviewed(SALES_CSV);
  const answer = await api.ours.ask('GET', `/v1/imports/${importId}/survey`);
  assert.equal(answer.statusCode, 200, answer.body);
  const { report, problem, sample } = answer.json<ImportSurvey>();
  assert.equal(problem, null);
  assert.equal(report!.rows.in, report!.rows.loaded + report!.rows.skipped + report!.rows.rejected);
  assert.ok(report!.days.length > 0 && sample!.rows.length > 0);
  const confirmed = await api.ours.ask('POST', `/v1/imports/${importId}/confirm`);
  assert.deepEqual([confirmed.statusCode, confirmed.json<Import>().state], [202, 'queued']);
  assert.deepEqual(api.jobs.at(-1)?.payload, { importId });
});

test('a decision has a place in the queue beside the survey that may still hold its own', async () => {
  const importId = await reviewed(SALES_CSV);
  const [surveyed] = api.jobs.slice(-1);
  await api.ours.ask('PUT', `/v1/imports/${importId}/mapping`, { payload: { day_ends_at: 3 } });
  await survey(importId);
  await api.ours.ask('POST', `/v1/imports/${importId}/confirm`);
  const decided = api.jobs.slice(-2);
  assert.ok(surveyed.singletonKey);
  assert.deepEqual(
    decided.map(({ payload, singletonKey }) => [payload, singletonKey]),
    [
      [{ importId }, undefined],
      [{ importId }, undefined],
    ],
  );
});

test('202 a mapping answers an open question, after which the file is surveyed anew', async () => {
  const importId = await reviewed('date,item,units\n1/2/2026,a,1\n');
  const open = (await api.ours.ask('GET', `/v1/imports/${importId}/survey`)).json<ImportSurvey>();
  assert.deepEqual([open.report, open.problem?.code], [null, 'upload.ambiguous_dates']);
  const early = await api.ours.ask('POST', `/v1/imports/${importId}/confirm`);
  assert.deepEqual([early.statusCode, early.json<Problem>().code], [409, 'ledger.not_waiting']);
  const answer = await api.ours.ask('PUT', `/v1/imports/${importId}/mapping`, {
    payload: { date_order: 'dmy', day_ends_at: 3 },
  });
  assert.deepEqual([answer.statusCode, answer.json<Import>().state], [202, 'queued'], answer.body);
  const between = await api.ours.ask('GET', `/v1/imports/${importId}/survey`);
  assert.equal(between.statusCode, 404);
  await survey(importId);
  const { report } = (await api.ours.ask('GET', `/v1/imports/${importId}/survey`)).json<ImportSurvey>();
  assert.deepEqual([report?.first_sold_on, report?.mapping.date_order], ['2026-02-01', 'dmy']);
});

test('202 a file that may hold two things is read as what a person says, and no answer is lost by the next', async () => {
  const importId = await reviewed('product,location,from,to\nTea,North,1/2/2026,3/2/2026\n');
  const surveyOf = async () =>
    (await api.ours.ask('GET', `/v1/imports/${importId}/survey`)).json<ImportSurvey>();
  const say = async (payload: object) => {
    const answer = await api.ours.ask('PUT', `/v1/imports/${importId}/mapping`, { payload });
    assert.equal(answer.statusCode, 202, answer.body);
    await survey(importId);
    return surveyOf();
  };
  assert.deepEqual([(await surveyOf()).problem?.code], ['upload.unknown_layout']);
  const kind = { kind: 'stock', columns: { from: 'from', to: 'to' } };
  const asked = await say(kind);
  assert.deepEqual([asked.problem?.code, asked.mapping], ['upload.ambiguous_dates', kind]);
  const { report } = await say({ ...asked.mapping, date_order: 'dmy' });
  assert.deepEqual([report?.kind, report?.layout, report?.rows.loaded], ['stock', 'stock-table', 1]);
  assert.deepEqual(
    [report?.facts?.first_day, report?.facts?.last_day, report?.facts?.examples.rows[0].slice(0, 2)],
    ['2026-02-01', '2026-02-03', ['Tea', 'North']],
  );
  const refused = await api.ours.ask('PUT', `/v1/imports/${importId}/mapping`, {
    payload: { kind: 'weather' },
  });
  assert.equal(refused.statusCode, 400, refused.body);
});

test('200 a discarded import is gone with its file, 409 for what is decided already', async () => {
  const importId = await reviewed(SALES_CSV);
  assert.equal((await blobsOf(importId)).length, 1);
  const discarded = await api.ours.ask('POST', `/v1/imports/${importId}/discard`);
  assert.deepEqual([discarded.statusCode, discarded.json<Import>().state], [200, 'discarded']);
  assert.deepEqual(await blobsOf(importId), []);
  for (const [method, verb] of [
    ['POST', 'confirm'],
    ['POST', 'discard'],
    ['PUT', 'mapping'],
  ] as const) {
    const again = await api.ours.ask(method, `/v1/imports/${importId}/${verb}`, {
      payload: method === 'PUT' ? {} : undefined,
    });
    assert.deepEqual([again.statusCode, again.json<Problem>().code], [409, 'ledger.not_waiting'], verb);
  }
});
