import assert from 'node:assert/strict';
import { test } from 'node:test';
import { csvField } from './csv-text.ts';

test('an id that a spreadsheet would take for a formula is text, and a negative number stays one', () => {
  assert.equal(csvField('=HYPERLINK("http://x")'), `"'=HYPERLINK(""http://x"")"`);
  assert.equal(csvField('@home'), "'@home");
  assert.equal(csvField('-12'), '-12');
  assert.equal(csvField('plain'), 'plain');
});
