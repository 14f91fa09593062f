import assert from 'node:assert/strict';
import { test } from 'node:test';
import { uploadSurveyor } from '../../../sources/src/index.ts';
import { makeFile, recipeFrom } from '../../../sources/src/testing/fuzz/make-file.ts';
import { seedFiles } from '../../../sources/src/testing/fuzz/seeds.ts';
import { surveyImport, undoImport } from '../index.ts';
import { openTill } from '../testing/open-till.ts';

/** A share of the files that the reader is tried with: each goes through the database three times. */
const FILES = Number(process.env.SHELFCAST_FUZZ_IMPORTS ?? 40);
const FIRST_SEED = 500_000;

const TABLES = ['sale', 'driver', 'stated_closure'];

test('a hostile file is imported whole or not at all, its account balanced, and undone without a trace', async () => {
  await using till = await openTill();
  const seeds = await seedFiles();
  const states = new Map<string, number>();
  const rowsOf = async (importId: number) => {
    const counts = await Promise.all(
      TABLES.map((table) =>
        till.query<{ count: number }>(
          `SELECT count(*) AS count FROM shelfcast.${table} WHERE import_id = $1`,
          [importId],
        ),
      ),
    );
    return counts.map(([{ count }]) => count);
  };
  await till.bring('date,item,store,units\n2026-01-01,a,n,1\n2026-01-01,p1,s1,1\n');

  for (let seed = FIRST_SEED; seed < FIRST_SEED + FILES; seed++) {
    const recipe = recipeFrom(seed, seeds);
    const said = JSON.stringify(recipe);
    const before = await till.visible();
    const review = seed % 4 === 0;
    const id = await till.upload(makeFile(recipe, seeds), seed % 2 ? { dateOrder: 'dmy' } : undefined, {
      review,
    });
    if (review) {
      const { state } = await surveyImport(till.database, till.blobs, till.tenant, id, {
        surveyor: uploadSurveyor,
      });
      states.set(state, (states.get(state) ?? 0) + 1);
      assert.ok(['surveyed', 'failed'].includes(state), `${state} ${said}`);
      assert.deepEqual(await rowsOf(id), [0, 0, 0], said);
      continue;
    }
    const row = await till.load(id, { batchRows: 1 + (seed % 30) });
    states.set(row.state, (states.get(row.state) ?? 0) + 1);
    assert.equal(row.rows_in, row.rows_loaded + row.rows_skipped + row.rows_rejected, said);
    if (row.state === 'committed') {
      const [sales] = await rowsOf(id);
      assert.ok(sales <= row.rows_loaded, said);
      assert.ok(row.rows_loaded > 0, said);
      // A third of them is taken back at once: then everything is as it was.
      if (seed % 3 === 0) {
        await undoImport(till.database, till.tenant, id);
        assert.deepEqual(await till.visible(), before, said);
      }
    } else {
      assert.ok(['failed', 'unchanged'].includes(row.state), `${row.state} ${said}`);
      assert.deepEqual(await rowsOf(id), [0, 0, 0], said);
      assert.deepEqual(await till.visible(), before, said);
    }
  }
  assert.ok(
    states.get('committed')! > FILES / 10 && states.get('failed')! > FILES / 10,
    JSON.stringify([...states]),
  );
});
