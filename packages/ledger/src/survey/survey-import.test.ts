import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ShelfcastError } from '@shelfcast/domain';
import { uploadSurveyor } from '../../../sources/src/index.ts';
import {
  confirmImport,
  discardImport,
  getImport,
  importsToResume,
  readSurvey,
  remapImport,
  surveyImport,
} from '../index.ts';
import { openTill, type Till } from '../testing/open-till.ts';

const FILE = 'date,item,store,units\n2026-01-01,a,north,1\n2026-01-02,b,north,2\n2026-13-01,b,north,2\n';

const survey = (till: Till, importId: number) =>
  surveyImport(till.database, till.blobs, till.tenant, importId, { surveyor: uploadSurveyor });
const surveyOf = (till: Till, importId: number) =>
  till.database.withTenant(till.tenant, (tx) => readSurvey(tx, importId));
const refusal = (code: string) => (error: unknown) =>
  error instanceof ShelfcastError && error.kind.code === code;

test('a surveyed import says what it holds and what is new, and has written no sale', async () => {
  await using till = await openTill();
  await till.bring('date,item,store,units\n2025-01-01,a,north,1\n');
  const importId = await till.upload(FILE, undefined, { review: true });
  const row = await survey(till, importId);
  assert.equal(row.state, 'surveyed');
  assert.deepEqual(await till.visible(), ['a|north|2025-01-01|1|1']);
  const { report, problem, sample } = (await surveyOf(till, importId))!;
  assert.equal(problem, null);
  assert.deepEqual(report!.rows, { in: 3, loaded: 2, skipped: 0, rejected: 1 });
  assert.deepEqual(report!.newProducts, { count: 1, examples: ['b'] });
  assert.deepEqual(report!.newLocations, { count: 0, examples: [] });
  assert.deepEqual(sample!.rows[0], ['2026-01-01', 'a', 'north', '1']);
});

test('a confirmed import is loaded with what was surveyed, a discarded one never', async () => {
  await using till = await openTill();
  const importId = await till.upload(FILE, undefined, { review: true });
  await survey(till, importId);
  assert.equal((await till.load(importId)).state, 'surveyed');
  await till.database.withTenant(till.tenant, (tx) => confirmImport(tx, importId));
  const loaded = await till.load(importId);
  assert.deepEqual([loaded.state, loaded.rows_loaded, loaded.rows_rejected], ['committed', 2, 1]);
  const other = await till.upload(FILE.replace('a', 'c'), undefined, { review: true });
  await survey(till, other);
  await till.database.withTenant(till.tenant, (tx) => discardImport(tx, other));
  assert.equal((await till.load(other)).state, 'discarded');
  assert.equal((await survey(till, other)).state, 'discarded');
});

test('a file that leaves a question open waits for the answer, and is surveyed anew with it', async () => {
  await using till = await openTill();
  const importId = await till.upload('date,item,units\n1/2/2026,a,1\n3/4/2026,a,2\n', undefined, {
    review: true,
  });
  assert.equal((await survey(till, importId)).state, 'surveyed');
  const asked = (await surveyOf(till, importId))!;
  assert.equal(asked.problem?.code, 'upload.ambiguous_dates');
  assert.equal(asked.sample?.columns.length, 3);
  await assert.rejects(
    till.database.withTenant(till.tenant, (tx) => confirmImport(tx, importId)),
    refusal('ledger.not_waiting'),
  );
  await till.database.withTenant(till.tenant, (tx) => remapImport(tx, importId, { dateOrder: 'dmy' }));
  await survey(till, importId);
  const answered = (await surveyOf(till, importId))!;
  assert.deepEqual(
    answered.report!.days.map(({ day }) => day),
    ['2026-02-01', '2026-04-03'],
  );
});

test('an answer is remembered for files with the same columns', async () => {
  await using till = await openTill();
  const first = await till.upload('wann;was;wieviel\n1/2/2026;a;1\n', undefined, { review: true });
  await survey(till, first);
  assert.equal((await surveyOf(till, first))!.problem?.code, 'upload.missing_column');
  const mapping = { date: 'wann', product: ['was'], value: 'wieviel', dateOrder: 'dmy' } as const;
  await till.database.withTenant(till.tenant, (tx) => remapImport(tx, first, mapping));
  await survey(till, first);
  await till.database.withTenant(till.tenant, (tx) => confirmImport(tx, first));
  assert.equal((await till.load(first)).state, 'committed');
  const second = await till.upload('wann;was;wieviel\n2/2/2026;b;4\n', undefined, { review: true });
  await survey(till, second);
  assert.equal((await surveyOf(till, second))!.report?.firstSoldOn, '2026-02-02');
  await till.database.withTenant(till.tenant, (tx) => confirmImport(tx, second));
  await till.load(second);
  assert.deepEqual(await till.visible(), ['a|all|2026-02-01|1|1', 'b|all|2026-02-02|4|1']);
});

test('a file beyond an answer ends as failed', async () => {
  await using till = await openTill();
  const importId = await till.upload(
    'Menu Item,Menu Group,Avg Price,Item Qty\nTacos,Mains,9.00,4\n',
    undefined,
    { review: true },
  );
  const row = await survey(till, importId);
  assert.deepEqual([row.state, row.failure?.code], ['failed', 'upload.unusable_report']);
});

test('a survey whose worker died is taken up again', async () => {
  await using till = await openTill();
  const importId = await till.upload(FILE, undefined, { review: true });
  const stop = new AbortController();
  const dying = {
    ...uploadSurveyor,
    survey: () => {
      stop.abort();
      return Promise.reject(stop.signal.reason);
    },
  };
  await assert.rejects(
    surveyImport(till.database, till.blobs, till.tenant, importId, { surveyor: dying, signal: stop.signal }),
    refusal('ledger.interrupted'),
  );
  const waiting = await importsToResume(till.database);
  assert.ok(waiting.some((other) => other.importId === importId));
  assert.equal((await survey(till, importId)).state, 'surveyed');
});

test('another tenant can decide nothing', async () => {
  await using till = await openTill();
  const importId = await till.upload(FILE, undefined, { review: true });
  await survey(till, importId);
  for (const decide of [confirmImport, discardImport])
    await assert.rejects(
      till.database.withTenant(till.stranger, (tx) => decide(tx, importId)),
      refusal('ledger.import_not_found'),
    );
  assert.equal(await till.database.withTenant(till.stranger, (tx) => readSurvey(tx, importId)), null);
  const row = await till.database.withTenant(till.tenant, (tx) => getImport(tx, importId));
  assert.equal(row.state, 'surveyed');
});
