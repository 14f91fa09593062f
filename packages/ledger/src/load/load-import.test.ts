import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { ShelfcastError } from '@shelfcast/domain';
import { findImport, getImport, importsToResume, listImports, readRejects } from '../index.ts';
import { openTill, type Till } from '../testing/open-till.ts';

const HEADER = 'date,item,store,units\n';
let till: Till;
before(async () => {
  till = await openTill();
});
after(() => till[Symbol.asyncDispose]());

test('an import commits with every row accounted for, and its rejects can be read', async () => {
  const row = await till.bring(`${HEADER}2025-01-01,a,n,1\n2025-01-02,a,n,x\n\n2025-01-03,a,n,2\n`);
  assert.deepEqual(
    [row.state, row.rows_in, row.rows_loaded, row.rows_skipped, row.rows_rejected],
    ['committed', 4, 2, 1, 1],
  );
  assert.deepEqual([row.first_sold_on, row.last_sold_on], ['2025-01-01', '2025-01-03']);
  assert.deepEqual(row.rejected_by_cause, { 'upload.not_a_number': 1 });
  const rejects = await till.database.withTenant(till.tenant, async (tx) => {
    const all = [];
    for await (const rows of readRejects(tx, row.import_id)) all.push(...rows);
    return all;
  });
  assert.deepEqual(
    rejects.map((reject) => [reject.row, reject.field, reject.value]),
    [[2, 'units', 'x']],
  );
});

test('the same file again is unchanged, and points at the one that brought it', async () => {
  const text = `${HEADER}2025-02-01,b,n,1\n`;
  const first = await till.bring(text);
  const before = await till.visible();
  const second = await till.bring(text);
  assert.deepEqual([second.state, second.same_as], ['unchanged', first.import_id]);
  assert.deepEqual(await till.visible(), before);
});

test('loading an import that has ended changes nothing', async () => {
  const row = await till.bring(`${HEADER}2025-02-02,b,n,1\n`);
  const before = await till.visible();
  assert.equal((await till.load(row.import_id)).state, 'committed');
  assert.deepEqual(await till.visible(), before);
});

test('a file that breaks in the middle fails whole: its reason is kept, none of its rows', async () => {
  const lines = Array.from(
    { length: 3000 },
    (_, i) => `2025-03-01,p${i % 50},n,${(i * 7919) % 10007}\n`,
  ).join('');
  const whole = gzipSync(HEADER + lines);
  const before = await till.visible();
  const id = await till.upload(whole.subarray(0, whole.length - 12));
  const failed = await till.load(id, { batchRows: 500 });
  assert.equal(failed.state, 'failed');
  assert.equal(failed.failure?.code, 'upload.broken_gzip');
  assert.equal(failed.failure?.where?.file, 'sales.csv');
  assert.deepEqual(await till.visible(), before);
  const [{ count }] = await till.query<{ count: number }>(
    'SELECT count(*) AS count FROM shelfcast.sale WHERE import_id = $1',
    [id],
  );
  assert.equal(count, 0);
});

test('a file without one usable row fails, and says which causes there were', async () => {
  const row = await till.bring(`${HEADER}2025-01-01,a,n,x\n2025-99-01,a,n,1\n`);
  assert.equal(row.state, 'failed');
  assert.equal(row.failure?.code, 'upload.nothing_usable');
  assert.match(row.failure?.detail ?? '', /upload\.not_a_number/);
  assert.equal(row.rows_rejected, 2);
});

test('an upload whose file is gone fails, and says so', async () => {
  const id = await till.upload(`${HEADER}2025-01-01,gone,n,1\n`);
  const { blob_key } = await till.database.withTenant(till.tenant, (tx) => getImport(tx, id));
  await till.blobs.remove(blob_key);
  assert.equal((await till.load(id)).failure?.code, 'ledger.file_lost');
});

test('of an order, a line number counts once, also over the bounds of transactions', async () => {
  const rows = ['1,1,x', '1,2,y', '1,1,z', '2,1,x', '1,2,y'];
  const text = `order,line,item,date,units\n${rows.map((row) => `${row},2025-04-01,1\n`).join('')}`;
  for (const batchRows of [2, 100]) {
    const row = await till.load(await till.upload(text + ' '.repeat(batchRows)), { batchRows });
    assert.deepEqual(row.rejected_by_cause, { 'upload.duplicate_line': 2 });
  }
});

test('equal lines are counted, also over the bounds of transactions', async () => {
  const text = `order,item,date,units\n${'77,dup,2025-04-02,1\n'.repeat(5)}`;
  const row = await till.load(await till.upload(text), { batchRows: 2 });
  assert.equal(row.rows_loaded, 5);
  const lines = (await till.visible()).filter((line) => line.startsWith('dup|'));
  assert.deepEqual(
    lines.map((line) => line.split('|').at(-1)),
    ['1', '2', '3', '4', '5'],
  );
});

test('an import that goes on after a stop knows which keys it has brought: equals are counted on, doubled line numbers refused', async () => {
  const cut = async (text: string) => {
    const id = await till.upload(text);
    const stop = new AbortController();
    const loading = till.load(id, { batchRows: 2, signal: stop.signal, onProgress: () => stop.abort() });
    await assert.rejects(loading, { message: /was stopped/ });
    return till.load(id, { batchRows: 100 });
  };
  const day = (item: string) => `2025-04-05,${item},n,1\n`;
  await cut(HEADER + day('again') + day('once') + day('again') + day('again'));
  const order = '9\\1,cut,2025-04-05,1\n';
  await cut(`order,item,date,units\n${order.repeat(4)}`);
  const places = (await till.visible()).filter((line) => /^(again|cut)\|.*2025-04-05/.test(line));
  assert.deepEqual(
    places.map((line) => line.replace(/\|.*\|/, ' ')),
    ['again 1', 'again 2', 'again 3', 'cut 1', 'cut 2', 'cut 3', 'cut 4'],
  );
  const numbered = await cut(
    `order,line,item,date,units\n8,1,x,2025-04-06,1\n8,2,y,2025-04-06,1\n8,1,x,2025-04-06,1\n`,
  );
  assert.deepEqual(numbered.rejected_by_cause, { 'upload.duplicate_line': 1 });
});

test('codes with commas, quotes, tabs-to-be, backslashes and emoji arrive as they are', async () => {
  const code = 'a\\t\\N, ""b"" 😀';
  await till.bring(`${HEADER}2025-04-03,"${code}","\\.",1\n`);
  const lines = (await till.visible()).filter((line) => line.includes('2025-04-03'));
  assert.deepEqual(lines, ['a\\t\\N, "b" 😀|\\.|2025-04-03|1|1']);
});

test('another tenant sees none of it: no import, no rejects, no sale', async () => {
  const row = await till.bring(`${HEADER}2025-05-01,secret,n,1\n2025-05-01,secret,n,x\n`);
  await till.database.withTenant(till.stranger, async (tx) => {
    assert.equal(await findImport(tx, row.import_id), undefined);
    assert.deepEqual(await listImports(tx, { limit: 10 }), []);
    for await (const rows of readRejects(tx, row.import_id)) assert.deepEqual(rows, []);
    assert.deepEqual(await tx.query('SELECT FROM shelfcast.sale'), []);
    await assert.rejects(getImport(tx, row.import_id), (error) => {
      return error instanceof ShelfcastError && error.kind.status === 404;
    });
  });
});

test('an import that is stopped is free at once, found again, and goes on where it was', async () => {
  const lines = Array.from({ length: 100 }, (_, i) => `2025-06-01,stop${i},n,${i}\n`).join('');
  const id = await till.upload(HEADER + lines);
  const stop = new AbortController();
  await assert.rejects(
    till.load(id, {
      batchRows: 10,
      signal: stop.signal,
      onProgress: (row) => row.rows_in >= 40 && stop.abort(),
    }),
    { message: /was stopped/ },
  );
  assert.deepEqual(
    (await importsToResume(till.database)).filter(({ importId }) => importId === id),
    [{ tenant: till.tenant, importId: id }],
  );
  let firstCheckpoint = 0;
  const row = await till.load(id, {
    batchRows: 10,
    onProgress: (progress) => {
      firstCheckpoint ||= progress.rows_in;
    },
  });
  assert.deepEqual([firstCheckpoint, row.rows_loaded], [50, 100]);
});

test('imports of a tenant go one after the other, and both are whole', async () => {
  const file = (item: string) =>
    `${HEADER}${Array.from({ length: 60 }, (_, i) => `2025-07-01,${item}${i},n,1\n`).join('')}`;
  const [a, b] = [await till.upload(file('left')), await till.upload(file('right'))];
  const rows = await Promise.all([a, b].map((id) => till.load(id, { batchRows: 7 })));
  assert.deepEqual(
    rows.map((row) => [row.state, row.rows_loaded]),
    [
      ['committed', 60],
      ['committed', 60],
    ],
  );
});
