import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import { undoImport } from '../index.ts';
import { openTill, type Till } from '../testing/open-till.ts';

let till: Till;
before(async () => {
  till = await openTill();
});
after(() => till[Symbol.asyncDispose]());

const undo = (importId: number) => undoImport(till.database, till.tenant, importId);

test('a corrected file replaces what it corrects, and undo brings back exactly that', async () => {
  const header = 'order,line,item,store,date,units\n';
  const first = await till.bring(`${header}1,1,a,n,2025-01-01,5\n1,2,b,n,2025-01-01,1\n`);
  const before = await till.visible();
  const corrected = await till.bring(`${header}1,1,a,n,2025-01-01,4\n2,1,a,n,2025-01-02,9\n`);
  assert.equal(corrected.rows_superseded, 1);
  assert.deepEqual(await till.visible(), [
    'a|n|2025-01-01|4|1|1|1',
    'a|n|2025-01-02|9|2|1|1',
    'b|n|2025-01-01|1|1|2|1',
  ]);
  await undo(corrected.import_id);
  assert.deepEqual(await till.visible(), before);
  await undo(first.import_id);
  assert.deepEqual(await till.visible(), []);
});

test('what is undone can be imported again', async () => {
  const text = 'item,date,units\nz,2025-01-01,1\n';
  const first = await till.bring(text);
  await undo(first.import_id);
  const again = await till.bring(text);
  assert.equal(again.state, 'committed');
  assert.equal((await till.visible()).length, 1);
  await undo(again.import_id);
});

test('days of first and last sale follow corrections and undo', async () => {
  const span = async () =>
    (
      await till.query<{ span: string }>(
        `SELECT concat(s.first_sold_on, '…', s.last_sold_on) AS span FROM shelfcast.series s
       JOIN shelfcast.product p USING (tenant_id, product_id) WHERE p.code = 'span'`,
      )
    )[0].span;
  const header = 'order,line,item,date,units\n';
  await till.bring(`${header}s1,1,span,2025-01-01,1\ns1,2,span,2025-01-05,1\n`);
  assert.equal(await span(), '2025-01-01…2025-01-05');
  const moved = await till.bring(`${header}s1,2,span,2025-01-03,1\n`);
  assert.equal(await span(), '2025-01-01…2025-01-03');
  await undo(moved.import_id);
  assert.equal(await span(), '2025-01-01…2025-01-05');
});

test('only a committed import can be undone, and only by its own tenant', async () => {
  const row = await till.bring('item,date,units\nonce,2025-01-01,1\n');
  await assert.rejects(undoImport(till.database, till.stranger, row.import_id), { message: /no import/ });
  await undo(row.import_id);
  await assert.rejects(undo(row.import_id), { message: /is undone/ });
  await assert.rejects(undo(999_999), { message: /no import 999999/ });
});

/** Lines that count and sell something, by day, as the ledger has counted them on the way. */
const COUNTED_DAYS = `
  SELECT d.day, sum(d.lines)::integer AS lines FROM shelfcast.location_day d JOIN shelfcast.import i USING (tenant_id, import_id)
  WHERE i.state = 'committed' GROUP BY d.day HAVING sum(d.lines) <> 0 ORDER BY d.day`;

function countedDays(visible: readonly string[]): { day: string; lines: number }[] {
  const sold = visible.map((line) => line.split('|')).filter(([, , , units]) => Number(units) > 0);
  const days = new Set(sold.map(([, , day]) => day));
  return [...days].sort().map((day) => ({ day, lines: sold.filter((line) => line[2] === day).length }));
}

test('whatever is imported and undone in whatever order, each key shows its latest committed line', async () => {
  const line = fc.record({
    order: fc.constantFrom('1', '2'),
    item: fc.constantFrom('a', 'b'),
    day: fc.constantFrom('2025-01-01', '2025-01-03'),
    units: fc.integer({ min: 0, max: 3 }),
  });
  const step = fc.oneof(
    {
      weight: 3,
      arbitrary: fc
        .array(line, { minLength: 1, maxLength: 5 })
        .map((lines) => ({ kind: 'bring' as const, lines })),
    },
    { weight: 2, arbitrary: fc.nat(9).map((at) => ({ kind: 'undo' as const, at })) },
    { weight: 1, arbitrary: fc.nat(9).map((at) => ({ kind: 'again' as const, at })) },
  );
  let files = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 7 }), async (steps) => {
      await using own = await openTill();
      const brought: { id: number; text: string; keys: Map<string, string>; live: boolean }[] = [];
      for (const each of steps) {
        const target = each.kind === 'bring' ? undefined : brought[each.at % Math.max(1, brought.length)];
        if (each.kind === 'bring') {
          const keys = new Map<string, string>();
          const seen = new Map<string, number>();
          for (const { order, item, day, units } of each.lines) {
            const nth = (seen.get(order + item) ?? 0) + 1;
            seen.set(order + item, nth);
            keys.set(`${order}|${item}|${nth}`, `${item}|all|${day}|${units}|${order}|${nth}`);
          }
          const rows = each.lines
            .map(({ order, item, day, units }) => `${order},${item},${day},${units}\n`)
            .join('');
          // A blank line more each time: the same sales are never the same bytes by accident.
          const text = `order,item,date,units\n${rows}${'\n'.repeat(++files)}`;
          const { import_id, state } = await own.bring(text);
          assert.equal(state, 'committed');
          brought.push({ id: import_id, text, keys, live: true });
        } else if (each.kind === 'undo' && target?.live) {
          await undoImport(own.database, own.tenant, target.id);
          target.live = false;
        } else if (each.kind === 'again' && target?.live) {
          const { import_id, state } = await own.bring(target.text);
          // Bytes that stand in the ledger whole change nothing; corrected ones are brought back.
          if (state === 'committed') brought.push({ ...target, id: import_id });
          else assert.equal(state, 'unchanged');
        }
        const expected = new Map<string, string>();
        for (const { keys, live } of brought)
          if (live) for (const [key, text] of keys) expected.set(key, text);
        const lines = [...expected.values()].sort();
        assert.deepEqual(await own.visible(), lines);
        assert.deepEqual(await own.query(COUNTED_DAYS), countedDays(lines));
      }
    }),
    { numRuns: 12 },
  );
});
