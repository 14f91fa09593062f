import assert from 'node:assert/strict';
import test from 'node:test';
import type { TenantId } from '@shelfcast/domain';
import type { ServingStore } from './serving-store.ts';

/** What a conformance run needs of an adapter's surroundings. */
export interface Surroundings {
  readonly store: ServingStore;
  tenant(): Promise<TenantId>;
  /** A run of the tenant that has been published; numbers grow from call to call. */
  run(tenant: TenantId): Promise<number>;
}

const item = (key: number, body = `{"series":${key}}`) => ({ level: 'series' as const, key, body });

/** The guarantees of a serving store, held by every adapter. */
export function servingStoreConformance(name: string, surroundings: () => Surroundings): void {
  const guarantee = (title: string, check: (s: Surroundings) => Promise<void>): void => {
    test(`${name}: ${title}`, () => check(surroundings()));
  };

  guarantee('an item is served byte for byte as it was published', async ({ store, tenant, run }) => {
    const [a, body] = [await tenant(), '{"product":{"code":"a,\\"ü\\"☕"},  "mean":[1.50]}\n'];
    const r = await run(a);
    await store.publish(a, r, [item(7, body)]);
    assert.equal(await store.get(a, r, 'series', 7), body);
  });

  guarantee('publishing the same items again doubles nothing', async ({ store, tenant, run }) => {
    const a = await tenant();
    const r = await run(a);
    const items = Array.from({ length: 1_234 }, (_, key) => item(key));
    await store.publish(a, r, items);
    await store.publish(a, r, items.slice(600));
    assert.deepEqual(await store.count(a, r), { series: 1_234, location: 0, total: 0 });
  });

  guarantee('levels and runs are kept apart', async ({ store, tenant, run }) => {
    const a = await tenant();
    const [first, second] = [await run(a), await run(a)];
    await store.publish(a, first, [item(1, 'first'), { level: 'location', key: 1, body: 'place' }]);
    await store.publish(a, second, [item(1, 'second')]);
    assert.equal(await store.get(a, first, 'series', 1), 'first');
    assert.equal(await store.get(a, second, 'series', 1), 'second');
    assert.equal(await store.get(a, first, 'location', 1), 'place');
    assert.equal(await store.get(a, second, 'location', 1), undefined);
  });

  guarantee('many keys are answered with those that exist', async ({ store, tenant, run }) => {
    const a = await tenant();
    const r = await run(a);
    await store.publish(a, r, [item(1, 'one'), item(3, 'three')]);
    const found = await store.getMany(a, r, 'series', [3, 2, 1]);
    assert.deepEqual(
      [...found].toSorted(([x], [y]) => x - y),
      [
        [1, 'one'],
        [3, 'three'],
      ],
    );
    assert.equal((await store.getMany(a, r, 'series', [])).size, 0);
  });

  guarantee('a level is listed in order of key, page by page', async ({ store, tenant, run }) => {
    const a = await tenant();
    const r = await run(a);
    await store.publish(a, r, [item(30), item(4), item(100)]);
    const first = await store.list(a, r, 'series', { limit: 2 });
    const rest = await store.list(a, r, 'series', { limit: 2, after: first[1].key });
    assert.deepEqual([...first, ...rest], [item(4), item(30), item(100)]);
  });

  guarantee('the pointer goes only forward', async ({ store, tenant, run }) => {
    const a = await tenant();
    const [first, second] = [await run(a), await run(a)];
    assert.equal(await store.current(a), undefined);
    assert.equal(await store.advance(a, second), true);
    assert.equal(await store.advance(a, first), false);
    assert.equal(await store.advance(a, second), false);
    assert.equal(await store.current(a), second);
  });

  guarantee('of many that advance at once the newest wins', async ({ store, tenant, run }) => {
    const a = await tenant();
    const runs: number[] = [];
    for (let i = 0; i < 5; i++) runs.push(await run(a));
    await Promise.all(runs.toReversed().map((r) => store.advance(a, r)));
    assert.equal(await store.current(a), runs.at(-1));
  });

  guarantee('past forecasts come newest first, with what was published', async ({ store, tenant, run }) => {
    const a = await tenant();
    const runs = [await run(a), await run(a), await run(a)];
    for (const r of runs) await store.publish(a, r, [item(5, `of ${r}`)]);
    const all = await store.past(a, 'series', 5, { limit: 10 });
    assert.deepEqual(
      all,
      runs.toReversed().map((r) => ({ run: r, body: `of ${r}` })),
    );
    assert.deepEqual(await store.past(a, 'series', 5, { limit: 1, before: runs[2] }), [all[1]]);
  });

  guarantee('an old run can be removed, the served one cannot', async ({ store, tenant, run }) => {
    const a = await tenant();
    const [first, second] = [await run(a), await run(a)];
    for (const r of [first, second]) await store.publish(a, r, [item(1)]);
    await store.advance(a, second);
    assert.equal(await store.remove(a, first), true);
    assert.equal(await store.remove(a, second), false);
    assert.equal(await store.get(a, first, 'series', 1), undefined);
    assert.equal(await store.get(a, second, 'series', 1), '{"series":1}');
  });

  guarantee('a stranger finds nothing of another tenant, and cannot remove it', async (s) => {
    const [a, stranger] = [await s.tenant(), await s.tenant()];
    const r = await s.run(a);
    await s.store.publish(a, r, [item(1)]);
    await s.store.advance(a, r);
    assert.equal(await s.store.current(stranger), undefined);
    assert.equal(await s.store.get(stranger, r, 'series', 1), undefined);
    assert.equal((await s.store.getMany(stranger, r, 'series', [1])).size, 0);
    assert.deepEqual(await s.store.list(stranger, r, 'series', { limit: 9 }), []);
    assert.deepEqual(await s.store.past(stranger, 'series', 1, { limit: 9 }), []);
    assert.deepEqual(await s.store.count(stranger, r), { series: 0, location: 0, total: 0 });
    await s.store.remove(stranger, r);
    assert.equal(await s.store.get(a, r, 'series', 1), '{"series":1}');
  });
}
