import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { DaySet } from './day-set.ts';

test('a set of days holds what was put in and nothing else, in whatever order it came', () => {
  const days = fc.array(
    fc.oneof(fc.integer({ min: 20_000, max: 20_400 }), fc.integer({ min: 7_305, max: 40_000 })),
  );
  fc.assert(
    fc.property(days, (some) => {
      const [set, expected] = [new DaySet(), new Set(some)];
      for (const day of some) set.add(day);
      assert.equal(set.first, Math.min(...some));
      assert.equal(set.last, Math.max(...some));
      for (const day of some)
        for (let near = day - 9; near <= day + 9; near++) assert.equal(set.has(near), expected.has(near));
      assert.equal(set.has(1_000), false);
      assert.equal(set.has(100_000), false);
    }),
  );
});
