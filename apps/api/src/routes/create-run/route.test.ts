import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Problem, Run } from '@shelfcast/contract';
import { type TestApi, testApi } from '../../testing/test-api.ts';

let api: TestApi;
before(async () => {
  api = await testApi();
});
after(() => api[Symbol.asyncDispose]());

const start = (payload: object, key?: string) =>
  api.ours.ask('POST', '/v1/runs', { payload, headers: key === undefined ? {} : { 'idempotency-key': key } });

test('202 queues a run, says where it is, and sends its job', async () => {
  const answer = await start({ horizon: 7 });
  assert.equal(answer.statusCode, 202, answer.body);
  const run = answer.json<Run>();
  assert.deepEqual([run.state, run.horizon, run.frequency, run.current], ['queued', 7, 'D', false]);
  assert.equal(answer.headers.location, `/v1/runs/${run.run}`);
  assert.deepEqual(api.jobs.at(-1), {
    queue: 'run',
    payload: { runId: run.run },
    tenant: api.ours.tenant,
    singletonKey: `run-${run.run}`,
  });
  assert.deepEqual((await api.ours.ask('GET', `/v1/runs/${run.run}`)).json<Run>(), run);
});

test('202 a repeat with the same Idempotency-Key gets the first answer and starts nothing', async () => {
  const first = await start({ horizon: 9 }, 'monday');
  const sent = api.jobs.length;
  const again = await start({ horizon: 9 }, 'monday');
  assert.deepEqual(
    [again.statusCode, again.headers.location, again.json<Run>()],
    [202, first.headers.location, first.json<Run>()],
  );
  assert.equal(again.headers['idempotency-replayed'], 'true');
  assert.equal(api.jobs.length, sent);
});

test('409 the same Idempotency-Key with another wish', async () => {
  await start({ horizon: 10 }, 'tuesday');
  const answer = await start({ horizon: 11 }, 'tuesday');
  assert.equal(answer.statusCode, 409);
  assert.equal(answer.json<Problem>().code, 'request.repeat_differs');
});

test('202 the same Idempotency-Key of another tenant is another key', async () => {
  await start({ horizon: 12 }, 'wednesday');
  const answer = await api.stranger.ask('POST', '/v1/runs', {
    payload: { horizon: 13 },
    headers: { 'idempotency-key': 'wednesday' },
  });
  assert.equal(answer.statusCode, 202, answer.body);
});

test('many repeats at the same moment do it once: the others get the first answer, or are told to wait', async () => {
  const sent = api.jobs.length;
  const answers = await Promise.all(Array.from({ length: 10 }, () => start({ horizon: 14 }, 'thursday')));
  assert.equal(api.jobs.length, sent + 1);
  for (const answer of answers.filter(({ statusCode }) => statusCode !== 202)) {
    assert.equal(answer.json<Problem>().code, 'request.repeat_in_progress');
    assert.equal(answer.headers['retry-after'], '1');
  }
  const done = answers.filter(({ statusCode }) => statusCode === 202);
  assert.equal(new Set(done.map(({ headers }) => headers.location)).size, 1);
});

test('422 a refused request does not use its key up', async () => {
  const refused = await start({ horizon: 200, frequency: 'M' }, 'friday');
  assert.equal(refused.statusCode, 422);
  assert.equal(refused.json<Problem>().code, 'run.horizon_out_of_range');
  assert.equal((await start({ horizon: 6, frequency: 'M' }, 'friday')).statusCode, 202);
});

test('200 cancels a run that has not begun; 409 for one that has ended otherwise', async () => {
  const { run } = (await start({ horizon: 21 })).json<Run>();
  const cancelled = await api.ours.ask('POST', `/v1/runs/${run}/cancel`);
  assert.deepEqual([cancelled.statusCode, cancelled.json<Run>().state], [200, 'cancelled']);
  await api.database.withTenant(api.ours.tenant, (tx) =>
    tx.query(`UPDATE shelfcast.run SET state = 'failed' WHERE tenant_id = $1 AND run_id = $2`, [
      tx.tenant,
      run,
    ]),
  );
  const late = await api.ours.ask('POST', `/v1/runs/${run}/cancel`);
  assert.deepEqual([late.statusCode, late.json<Problem>().code], [409, 'run.already_finished']);
});

test('200 lists runs from the newest on, page by page, each once', async () => {
  const all = (await api.ours.ask('GET', '/v1/runs')).json<{ items: Run[] }>().items.map(({ run }) => run);
  const paged: number[] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const query: string = cursor ? `&cursor=${cursor}` : '';
    const page = (await api.ours.ask('GET', `/v1/runs?limit=3${query}`)).json<{
      items: Run[];
      next: string | null;
    }>();
    paged.push(...page.items.map(({ run }) => run));
    cursor = page.next;
  }
  assert.deepEqual(paged, all);
  assert.deepEqual(
    all,
    [...all].sort((a, b) => b - a),
  );
});
