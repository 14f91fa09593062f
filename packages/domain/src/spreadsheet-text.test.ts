import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { guardText, unguardText } from './spreadsheet-text.ts';

/** Texts that begin like formulas far more often than chance would have it. */
const text = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc
    .tuple(
      fc.array(fc.constantFrom("'", '=', '+', '-', '@', '\t', '\r', '＝', '1', '.', 'a'), { maxLength: 6 }),
      fc.string(),
    )
    .map(([start, rest]) => start.join('') + rest),
);

test('no guarded text begins a formula, and unguarding gives back what was there', () => {
  fc.assert(
    fc.property(text, (original) => {
      const guarded = guardText(original);
      assert.ok(/^[+-]\d+([.,]\d+)*$/.test(guarded) || !/^[=+\-@\t\r\n＝＋－＠]/.test(guarded), guarded);
      assert.equal(unguardText(guarded), original);
    }),
    { numRuns: 5_000 },
  );
});

test('numbers stay numbers, whatever their sign', () => {
  for (const number of ['-1', '+2.5', '-1,234.50', '0', '12']) assert.equal(guardText(number), number);
  for (const other of ['-1+1', '+A1', '-', '--1', '-1.5E3+cmd']) assert.equal(guardText(other), `'${other}`);
});
