import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { blobName } from './blob-name.ts';

test('a file name keeps what makes it recognisable and loses its folders', () => {
  assert.equal(blobName('C:\\Users\\me\\Verkäufe März.csv.gz'), 'Verkäufe_März.csv.gz');
  assert.equal(blobName('../../etc/passwd'), 'passwd');
});

test('whatever a file is called, its blob has a plain name', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (name) => {
      assert.match(blobName(name), /^(?!\.)[\p{L}\p{N}_.-]{1,80}$/u);
    }),
  );
});
