import assert from 'node:assert/strict';
import { test } from 'node:test';
import { guardText } from '@shelfcast/domain';
import fc from 'fast-check';
import { codeFault, readCode } from './check-code.ts';

test('a code that was exported with a guard against spreadsheets is read as the same code', () => {
  const start = fc.array(fc.constantFrom("'", '=', '+', '-', '@', '1', 'a'), { maxLength: 4 });
  fc.assert(
    fc.property(start, fc.string({ unit: 'grapheme' }), (first, rest) => {
      const code = (first.join('') + rest).trim();
      fc.pre(codeFault(code) === undefined);
      assert.equal(readCode(guardText(code)), code);
    }),
    { numRuns: 3_000 },
  );
});
