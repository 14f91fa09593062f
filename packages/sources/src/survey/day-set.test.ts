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
      const set = new DaySet();
      for (const day of some) set.add(day);
      const expected = [...new Set(some)].sort((a, b) => a - b);
      assert.equal(set.first, Math.min(...some));
      assert.equal(set.last, Math.max(...some));
      const found = [];
      for (
        let day: number | undefined = set.first;
        some.length > 0 && day !== undefined;
        day = set.after(day)
      )
        found.push(day);
      assert.deepEqual(found, expected);
    }),
  );
});
