import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { uploadSurveyor } from '../../../sources/src/index.ts';
import { confirmImport, readSurvey, surveyImport, undoImport } from '../index.ts';
import { openTill } from '../testing/open-till.ts';

const folder = fileURLToPath(new URL('../../../sources/src/upload/facts/fixtures/', import.meta.url));

test('every file without sales that is read is surveyed, loaded as surveyed, and taken back whole', async () => {
  await using till = await openTill();
  await till.bring('date,item,store,units\n2026-11-01,LAMP-F,101,3\n2026-11-02,0071,102,1\n');
  for (const name of readdirSync(folder)) {
    const text = readFileSync(`${folder}${name}`);
    const importId = await till.upload(text, undefined, { review: true });
    await surveyImport(till.database, till.blobs, till.tenant, importId, { surveyor: uploadSurveyor });
    const { report } = (await till.database.withTenant(till.tenant, (tx) => readSurvey(tx, importId)))!;
    assert.equal(report?.facts?.count, report?.rows.loaded, name);
    await till.database.withTenant(till.tenant, (tx) => confirmImport(tx, importId));
    const row = await till.load(importId);
    assert.deepEqual([row.state, row.failure, row.kind], ['committed', null, report!.kind], name);
    const { rows_in, rows_loaded, rows_skipped, rows_rejected } = row;
    assert.deepEqual(
      { in: rows_in, loaded: rows_loaded, skipped: rows_skipped, rejected: rows_rejected },
      report!.rows,
      name,
    );
    assert.equal((await till.bring(text)).state, 'unchanged', name);
    const undone = await undoImport(till.database, till.tenant, importId);
    assert.equal(undone.state, 'undone', name);
  }
  assert.deepEqual(await till.visible(), ['0071|102|2026-11-02|1|1', 'LAMP-F|101|2026-11-01|3|1']);
});
