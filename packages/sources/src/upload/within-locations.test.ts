import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SaleBatch, SaleLine } from '@shelfcast/domain';
import { withinLocations } from './within-locations.ts';

async function* batchesOf(...batches: string[][]): AsyncGenerator<SaleBatch> {
  let rowsRead = 0;
  for (const locations of batches) {
    rowsRead += locations.length;
    yield {
      lines: locations.map((location) => ({ location }) as SaleLine),
      rowsRead,
    } as unknown as SaleBatch;
  }
}

test('as many locations as there may be are passed on, however often each comes', async () => {
  const passed: number[] = [];
  for await (const { rowsRead } of withinLocations(batchesOf(['a', 'b', 'a'], ['c', 'b', 'a']), 'a.csv', 3))
    passed.push(rowsRead);
  assert.deepEqual(passed, [3, 6]);
});

test('one more is refused, and the batch that names it is not handed out', async () => {
  const batches = withinLocations(batchesOf(['a', 'b'], ['c', 'd']), 'a.csv', 3);
  assert.equal((await batches.next()).value?.rowsRead, 2);
  await assert.rejects(batches.next(), { message: /first 4 rows name more than 3 locations/ });
});
