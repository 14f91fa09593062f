import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Database } from '@shelfcast/database';
import { openUpload } from '../../../sources/src/index.ts';
import { loadImport } from '../index.ts';
import { openTill } from '../testing/open-till.ts';

/** A database whose worker dies at the n-th statement: inside a transaction, which rolls back. */
function dyingAt(database: Database, statement: number): Database {
  let left = statement;
  return {
    ...database,
    withTenant: (tenant, work, options) =>
      database.withTenant(
        tenant,
        (tx) =>
          work({
            ...tx,
            sql: tx.sql,
            query: async (text, values) => {
              if (--left < 0) throw new Error('killed');
              return tx.query(text, values);
            },
          }),
        options,
      ),
  };
}

test('a worker that dies at any statement loses nothing and doubles nothing', async () => {
  await using till = await openTill();
  const rows = Array.from(
    { length: 120 },
    (_, i) => `o${i % 17},p${i % 5},2025-01-0${1 + (i % 9)},${i % 4}\n`,
  );
  const text = `order,item,date,units\n${rows.join('')}`;
  await till.bring(text);
  const expected = await till.visible();
  assert.equal(expected.length, 120);

  let deaths = 0;
  // Spaces behind the last row make it another file of the same sales.
  for (let statement = 1; statement < 400; statement += 7) {
    const id = await till.upload(text + '\n'.repeat(statement));
    let row: Awaited<ReturnType<typeof till.load>> | undefined;
    for (let attempt = 0; attempt < 40 && !row; attempt++) {
      // Each worker gets a little further than a single batch, so that some die at every kind of statement.
      const dying = dyingAt(till.database, statement + attempt * 11);
      row = await loadImport(dying, till.blobs, till.tenant, id, { openUpload, batchRows: 25 }).catch(
        (error) => {
          assert.equal(error.message, 'killed');
          deaths++;
          return undefined;
        },
      );
      // The dead don't give back their lease; time does. Here it is made to pass.
      if (!row) await till.query('UPDATE shelfcast.import SET lease_until = NULL WHERE import_id = $1', [id]);
    }
    assert.equal(row?.state, 'committed');
    assert.equal(row?.rows_loaded, 120);
    assert.deepEqual(await till.visible(), expected);
    if (statement > 80) break;
  }
  assert.ok(deaths > 10, `${deaths} deaths`);
});

test('a worker that was taken for dead writes nothing more', async () => {
  await using till = await openTill();
  const id = await till.upload(
    `item,date,units\n${Array.from({ length: 40 }, (_, i) => `p${i},2025-01-01,1\n`).join('')}`,
  );
  let robbed = false;
  await assert.rejects(
    till.load(id, {
      batchRows: 10,
      openUpload: async (path, options) => {
        const upload = await openUpload(path, options);
        return {
          ...upload,
          async *read(after) {
            for await (const batch of upload.read(after)) {
              if (batch.rowsRead === 20 && !robbed) {
                robbed = true;
                await till.query(
                  'UPDATE shelfcast.import SET lease_owner = gen_random_uuid() WHERE import_id = $1',
                  [id],
                );
              }
              yield batch;
            }
          },
        };
      },
    }),
    { message: /another worker/ },
  );
  await till.query('UPDATE shelfcast.import SET lease_until = NULL WHERE import_id = $1', [id]);
  assert.equal((await till.load(id)).rows_loaded, 40);
});
