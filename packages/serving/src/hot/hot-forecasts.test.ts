import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { tenantId } from '@shelfcast/domain';
import type { ServingStore } from '../published/serving-store.ts';
import { hotForecasts, POINTER_MILLISECONDS } from './hot-forecasts.ts';

const [ours, stranger] = [tenantId(randomUUID()), tenantId(randomUUID())];

/** A store that counts how often it is read, and can be taken down. */
function countingStore(bodies: Record<string, string>, memoryBytes?: number) {
  const state = { reads: 0, run: 1 as number | undefined, down: false, milliseconds: 1 };
  const read = async <T>(answer: () => T): Promise<T> => {
    state.reads += 1;
    await new Promise(setImmediate);
    if (state.down) throw new Error('The store is down.');
    return answer();
  };
  const store = {
    current: () => read(() => state.run),
    get: (tenant, run, level, key) => read(() => bodies[`${tenant}/${run}/${level}/${key}`]),
    getMany: (tenant, run, level, keys) =>
      read(
        () =>
          new Map(
            keys.flatMap((key) => {
              const body = bodies[`${tenant}/${run}/${level}/${key}`];
              return body === undefined ? [] : [[key, body] as const];
            }),
          ),
      ),
  } satisfies Partial<ServingStore>;
  return {
    state,
    hot: hotForecasts(store as unknown as ServingStore, { memoryBytes, now: () => state.milliseconds }),
  };
}

test('an item is read from the store once, however many ask at once and later', async () => {
  const { state, hot } = countingStore({ [`${ours}/1/series/7`]: 'seven' });
  const answers = await Promise.all(Array.from({ length: 50 }, () => hot.get(ours, 1, 'series', 7)));
  assert.deepEqual(new Set(answers), new Set(['seven']));
  assert.equal(await hot.get(ours, 1, 'series', 7), 'seven');
  assert.equal((await hot.getMany(ours, 1, 'series', [7])).get(7), 'seven');
  assert.equal(state.reads, 1);
});

test('what one tenant, run or level has answers for no other', async () => {
  const { hot } = countingStore({ [`${ours}/1/series/7`]: 'seven' });
  assert.equal(await hot.get(ours, 1, 'series', 7), 'seven');
  assert.equal(await hot.get(stranger, 1, 'series', 7), undefined);
  assert.equal(await hot.get(ours, 2, 'series', 7), undefined);
  assert.equal(await hot.get(ours, 1, 'location', 7), undefined);
  assert.equal((await hot.getMany(stranger, 1, 'series', [7])).size, 0);
});

test('an item that is not there is asked for once, until that may have changed', async () => {
  const { state, hot } = countingStore({});
  for (let i = 0; i < 3; i++) assert.equal(await hot.get(ours, 1, 'series', 9), undefined);
  assert.equal((await hot.getMany(ours, 1, 'series', [9])).size, 0);
  assert.equal(state.reads, 1);
  state.milliseconds += 10_000;
  await hot.get(ours, 1, 'series', 9);
  assert.equal(state.reads, 2);
});

test('of many keys only those that are not known are read, in one go', async () => {
  const { state, hot } = countingStore({ [`${ours}/1/series/1`]: 'one', [`${ours}/1/series/2`]: 'two' });
  await hot.get(ours, 1, 'series', 1);
  const found = await hot.getMany(ours, 1, 'series', [1, 2, 3]);
  assert.deepEqual([...found].sort(), [
    [1, 'one'],
    [2, 'two'],
  ]);
  await hot.getMany(ours, 1, 'series', [1, 2, 3]);
  assert.equal(state.reads, 2);
});

test('a flip is seen in time, and a store that is down leaves the run before it in use', async () => {
  const { state, hot } = countingStore({});
  assert.equal(await hot.current(ours), 1);
  state.run = 2;
  assert.equal(await hot.current(ours), 1);
  state.milliseconds += POINTER_MILLISECONDS + 1;
  assert.equal(await hot.current(ours), 2);
  state.down = true;
  state.milliseconds += POINTER_MILLISECONDS + 1;
  assert.equal(await hot.current(ours), 2);
  assert.ok(POINTER_MILLISECONDS <= 5_000);
});

test('an error of the store is told, and remembered for nobody', async () => {
  const { state, hot } = countingStore({ [`${ours}/1/series/7`]: 'seven' });
  state.down = true;
  await assert.rejects(hot.get(ours, 1, 'series', 7), /down/);
  state.down = false;
  assert.equal(await hot.get(ours, 1, 'series', 7), 'seven');
});

test('memory is bounded: the items least recently used go first', async () => {
  const big = 'x'.repeat(10_000);
  const bodies = Object.fromEntries(Array.from({ length: 20 }, (_, key) => [`${ours}/1/series/${key}`, big]));
  const { state, hot } = countingStore(bodies, 50_000);
  for (let key = 0; key < 20; key++) await hot.get(ours, 1, 'series', key);
  await hot.get(ours, 1, 'series', 19);
  assert.equal(state.reads, 20);
  await hot.get(ours, 1, 'series', 0);
  assert.equal(state.reads, 21);
});
