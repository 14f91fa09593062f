import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { CORRECTION_COLUMNS, type RejectedRow } from '@shelfcast/domain';
import { getImport, readRejects, readRejectsShape, undoImport } from '../index.ts';
import { hidden } from '../series/visible.ts';
import { openTill, type Till } from '../testing/open-till.ts';

let till: Till;
before(async () => {
  till = await openTill();
});
after(() => till[Symbol.asyncDispose]());

const rejectsOf = (importId: number): Promise<RejectedRow[]> =>
  till.database.withTenant(till.tenant, async (tx) => {
    const all: RejectedRow[] = [];
    for await (const rows of readRejects(tx, importId)) all.push(...rows);
    return all;
  });

/** The rejected rows as a file, `x` in them replaced by what `corrected` says of their row; undefined leaves the row out. */
async function correction(importId: number, corrected: (row: number) => string | undefined = () => 'x') {
  const { kept, correctedImport } = await till.database.withTenant(till.tenant, (tx) =>
    readRejectsShape(tx, importId),
  );
  const rows = (await rejectsOf(importId)).flatMap(({ row, cells }) => {
    const value = corrected(row);
    const cell = (text: string) => (text === 'x' ? value : text);
    return value === undefined ? [] : [[...cells!.map(cell), correctedImport, row, '', '', '', '2001-02-03']];
  });
  return [[...kept, ...Object.values(CORRECTION_COLUMNS)], ...rows].map((row) => row.join(',')).join('\n');
}

const undo = (importId: number) => undoImport(till.database, till.tenant, importId);

test('corrected rows stand beside the equal lines of their file: none is hidden, none is doubled', async () => {
  const empty = await till.visible();
  const wrong = `date,item,store,units\n2025-01-01,a,n,1\n2025-01-01,a,n,x\n2025-01-01,a,n,1\n2025-01-01,a,n,x\n`;
  const right = wrong.replaceAll('x', '1');
  const original = await till.bring(wrong);
  const loaded = await till.bring(await correction(original.import_id, () => '1'));
  assert.deepEqual(
    [loaded.state, loaded.correction_of, loaded.rows_in, loaded.rows_loaded, loaded.rows_superseded],
    ['committed', original.import_id, 2, 2, 0],
  );
  const both = await till.visible();

  await undo(original.import_id);
  assert.deepEqual(await till.visible(), empty, 'its corrections go with it');
  const whole = await till.bring(right);
  assert.deepEqual(await till.visible(), both, 'the same as the file without its faults');
  await undo(whole.import_id);
});

test('a correction sent again changes nothing, as the same bytes or as others', async () => {
  const original = await till.bring(
    'date,item,store,units\n2025-02-01,a,n,1\n2025-02-01,a,n,x\n2025-02-02,b,n,x\n',
  );
  const text = await correction(original.import_id, () => '4');
  const first = await till.bring(text);
  const before = await till.visible();
  const same = await till.bring(text);
  assert.deepEqual([same.state, same.same_as], ['unchanged', first.import_id]);
  const resaved = await till.bring(text.replaceAll('\n', '\r\n'));
  assert.deepEqual([resaved.state, resaved.rows_superseded], ['committed', 2]);
  assert.deepEqual(await till.visible(), before);
  await undo(resaved.import_id);
  assert.deepEqual(await till.visible(), before);
  await undo(original.import_id);
});

test('rows may be corrected one after the other, and anew: the latest word on a row holds', async () => {
  const empty = await till.visible();
  const original = await till.bring(
    'date,item,store,units\n2025-03-01,a,n,1\n2025-03-01,a,n,x\n2025-03-01,a,n,x\n',
  );
  const alone = await till.visible();
  const first = await till.bring(await correction(original.import_id, (row) => (row === 2 ? '5' : 'x')));
  assert.deepEqual([first.rows_loaded, first.rows_rejected], [1, 1]);
  assert.deepEqual(
    (await rejectsOf(first.import_id)).map(({ row, value }) => [row, value]),
    [[3, 'x']],
    'what is still wrong is rejected under its own number',
  );
  // From the rejects of the correction, which name the import that they come from.
  const second = await till.bring(await correction(first.import_id, () => '7'));
  assert.equal(second.correction_of, original.import_id);
  const units = async () => (await till.visible()).map((line) => Number(line.split('|')[3])).sort();
  assert.deepEqual(await units(), [1, 5, 7]);
  const again = await till.bring(
    await correction(original.import_id, (row) => (row === 2 ? '6' : undefined)),
  );
  assert.deepEqual(await units(), [1, 6, 7]);
  await undo(first.import_id);
  assert.deepEqual(await units(), [1, 6, 7], 'what is hidden stays hidden when it is undone');
  await undo(again.import_id);
  assert.deepEqual(await units(), [1, 7]);
  await undo(second.import_id);
  assert.deepEqual(await till.visible(), alone);
  await undo(original.import_id);
  assert.deepEqual(await till.visible(), empty);
});

test('a line number that another row of the file bears stays rejected, and what was loaded stays', async () => {
  const original = await till.bring(
    'order,line,date,item,store,units\no1,1,2025-04-01,a,n,1\no1,2,2025-04-01,b,n,1\no1,2,2025-04-01,c,n,x\no1,3,2025-04-01,d,n,x\n',
  );
  const before = await till.visible();
  const loaded = await till.bring(await correction(original.import_id, () => '9'));
  assert.deepEqual(
    [loaded.rows_in, loaded.rows_loaded, loaded.rows_rejected, loaded.rejected_by_cause],
    [2, 1, 1, { 'upload.duplicate_line': 1 }],
  );
  const [still] = await rejectsOf(loaded.import_id);
  assert.deepEqual([still.row, still.cells?.includes('c')], [3, true]);
  await undo(loaded.import_id);
  assert.deepEqual(await till.visible(), before);
  await undo(original.import_id);
});

test('a row whose line number stood twice is kept too, and comes in under a number of its own', async () => {
  const before = await till.visible();
  const original = await till.bring(
    'order,line,date,item,store,units\no1,1,2025-04-01,a,n,1\no1,1,2025-04-01,b,n,2\no1,3,2025-04-01,c,n,3\n',
  );
  assert.deepEqual(
    (await rejectsOf(original.import_id)).map(({ row, cells }) => [row, cells]),
    [[2, ['o1', '1', '2025-04-01', 'b', 'n', '2']]],
  );
  const text = await correction(original.import_id);
  const loaded = await till.bring(text.replace('o1,1,', 'o1,2,'));
  assert.deepEqual([loaded.state, loaded.rows_loaded], ['committed', 1]);
  assert.equal((await till.visible()).length, before.length + 3);
  await undo(original.import_id);
  assert.deepEqual(await till.visible(), before);
});

test('a file none of whose rows could be used is loaded by its correction', async () => {
  const before = await till.visible();
  const original = await till.bring('date,item,store,units\n2025-05-01,a,n,x\n');
  assert.equal(original.state, 'failed');
  const loaded = await till.bring(await correction(original.import_id, () => '3'));
  assert.deepEqual([loaded.state, loaded.rows_loaded], ['committed', 1]);
  await undo(loaded.import_id);
  assert.deepEqual(await till.visible(), before);
});

test('corrections of an import that was undone, of one that never was, and of another tenant are refused', async () => {
  const original = await till.bring('date,item,store,units\n2025-06-01,a,n,1\n2025-06-01,a,n,x\n');
  const text = await correction(original.import_id, () => '3');
  await undo(original.import_id);
  const late = await till.bring(text);
  assert.deepEqual([late.state, late.failure?.code], ['failed', 'upload.nothing_to_correct']);
  const never = await till.bring(text.replace(`,${original.import_id},2,`, ',999999,2,'));
  assert.equal(never.failure?.code, 'upload.nothing_to_correct');

  const foreign = await till.database.withTenant(till.stranger, async (tx) => {
    const [row] = await tx.query<{ import_id: number }>(
      `INSERT INTO shelfcast.import (tenant_id, state, file_name, blob_key, content_sha256, file_bytes, reading)
       VALUES ($1, 'committed', 'theirs.csv', 'theirs', repeat('0', 64), 1, '{"columns":[],"kept":[]}') RETURNING import_id`,
      [tx.tenant],
    );
    return row.import_id;
  });
  const stranger = await till.bring(text.replace(`,${original.import_id},2,`, `,${foreign},2,`));
  assert.equal(stranger.failure?.code, 'upload.nothing_to_correct');
  assert.match(stranger.failure!.detail, /none of that number/);
});

test('a correction that is cut off at any batch goes on from there', async () => {
  const rows = Array.from({ length: 40 }, (_, i) => `2025-07-0${1 + (i % 3)},a,n,${i % 2 ? 'x' : 1}\n`).join(
    '',
  );
  const original = await till.bring(`date,item,store,units\n${rows}`);
  const text = await correction(original.import_id, (row) => String(row));
  const id = await till.upload(text);
  const controller = new AbortController();
  const cut = till.load(id, {
    batchRows: 7,
    signal: controller.signal,
    onProgress: ({ rows_in }) => rows_in >= 14 && controller.abort(),
  });
  await assert.rejects(cut, { message: /was stopped/ });
  const { rows_in } = await till.database.withTenant(till.tenant, (tx) => getImport(tx, id));
  assert.ok(rows_in >= 14 && rows_in < 20);
  const loaded = await till.load(id, { batchRows: 7 });
  assert.deepEqual([loaded.rows_in, loaded.rows_loaded, loaded.rows_rejected], [20, 20, 0]);
  const ordinals = await till.query<{ sold_on: string; ordinals: number[] }>(
    `SELECT sold_on, array_agg(s.ordinal ORDER BY s.ordinal) AS ordinals FROM shelfcast.sale s
     JOIN shelfcast.import i USING (tenant_id, import_id)
     WHERE i.state = 'committed' AND NOT ${hidden('s')} AND sold_on >= '2025-07-01' GROUP BY sold_on`,
  );
  for (const { ordinals: of } of ordinals)
    assert.deepEqual(
      of,
      of.map((_, i) => i + 1),
    );
  await undo(original.import_id);
});
